import { Clipboard } from '@angular/cdk/clipboard';
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { Formats } from '@desk/web/core';
import { Busy, Confirm, FieldError, FormProblem, LoadFrame, Notices, Submission } from '@desk/web/ui';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { RecoveryCodes } from './recovery-codes';
import { SecondFactorStore } from './second-factor-store';

@Component({
  selector: 'desk-second-factor-card',
  imports: [
    Busy,
    FieldError,
    FormProblem,
    LoadFrame,
    MatButton,
    MatError,
    MatFormField,
    MatIcon,
    MatInput,
    ReactiveFormsModule,
    RecoveryCodes,
    TranslocoPipe,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'desk-card' },
  templateUrl: './second-factor-card.html',
  styleUrl: './security-card.scss',
})
export class SecondFactorCard {
  private readonly clipboard = inject(Clipboard);
  private readonly confirmDialog = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  protected readonly formats = inject(Formats);
  protected readonly store = inject(SecondFactorStore);

  protected readonly isBusy = signal(false);
  protected readonly form = inject(NonNullableFormBuilder).group({ otp: ['', Validators.required] });
  protected readonly submission = new Submission(this.form);

  protected begin(): Promise<void> {
    this.form.reset();
    return this.act(() => this.store.begin());
  }

  protected confirm(): Promise<void> {
    return this.submission.run(() => this.store.confirm(this.form.getRawValue().otp));
  }

  protected async renew(): Promise<void> {
    const isSure = await this.confirmDialog.ask({
      heading: this.transloco.translate('accounts.security.codesRenewHeading'),
      text: this.transloco.translate('accounts.security.codesRenewText'),
      action: this.transloco.translate('accounts.security.codesRenewAction'),
    });
    if (isSure) await this.act(() => this.store.renew());
  }

  protected copy(key: string): void {
    this.clipboard.copy(key);
    this.notices.done(this.transloco.translate('accounts.security.copied'));
  }

  protected async remove(): Promise<void> {
    const isOwed = this.store.state.value()?.required === true;
    const isSure = await this.confirmDialog.ask({
      heading: this.transloco.translate('accounts.security.factorRemoveHeading'),
      text: this.transloco.translate(`accounts.security.${isOwed ? 'factorOwedText' : 'factorRemoveText'}`),
      action: this.transloco.translate('accounts.security.factorRemove'),
      isDestructive: true,
    });
    if (isSure) await this.act(() => this.store.remove());
  }

  private async act(work: () => Promise<void>): Promise<void> {
    this.isBusy.set(true);
    try {
      await work();
    } catch (thrown) {
      this.notices.failed(thrown);
    } finally {
      this.isBusy.set(false);
    }
  }
}
