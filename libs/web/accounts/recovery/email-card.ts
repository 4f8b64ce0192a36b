import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Api, askEmailChange, askEmailVerification } from '@desk/web/api-client';
import { Session } from '@desk/web/core';
import { Busy, FieldError, FocusInvalid, FormProblem, Notices, Submission } from '@desk/web/ui';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';

/** The address of one's own account: whether it is confirmed, and how it becomes another one. */
@Component({
  selector: 'desk-email-card',
  imports: [
    Busy,
    FieldError,
    FocusInvalid,
    FormProblem,
    MatButton,
    MatError,
    MatFormField,
    MatInput,
    ReactiveFormsModule,
    TranslocoPipe,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'desk-card' },
  templateUrl: './email-card.html',
  styleUrl: './email-card.scss',
})
export class EmailCard {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);

  protected readonly email = computed(() => this.session.user()?.email ?? '');
  protected readonly isVerified = computed(() => this.session.user()?.is_email_verified === true);
  protected readonly isOpen = signal(false);
  /** The address that a proof was mailed to. */
  protected readonly asked = signal<string | null>(null);
  protected readonly isVerifying = signal(false);
  protected readonly form = inject(NonNullableFormBuilder).group({
    email: ['', [Validators.required, Validators.email]],
    current_password: ['', Validators.required],
  });
  protected readonly submission = new Submission(this.form);

  protected open(): void {
    this.asked.set(null);
    this.isOpen.set(true);
  }

  protected close(): void {
    this.isOpen.set(false);
    this.submission.forget();
    this.form.reset();
  }

  protected async verify(): Promise<void> {
    if (this.isVerifying()) return;
    this.isVerifying.set(true);
    try {
      await this.api.invoke(askEmailVerification);
      this.notices.done(
        this.transloco.translate('accounts.recovery.verificationSent', { email: this.email() }),
      );
    } catch (thrown) {
      this.notices.failed(thrown);
    } finally {
      this.isVerifying.set(false);
    }
  }

  protected ask(): Promise<void> {
    return this.submission.run(async () => {
      const body = this.form.getRawValue();
      await this.api.invoke(askEmailChange, { body });
      this.close();
      this.asked.set(body.email);
    });
  }
}
