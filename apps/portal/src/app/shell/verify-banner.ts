import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Api, askEmailVerification } from '@desk/web/api-client';
import { Session } from '@desk/web/core';
import { Busy, Notices } from '@desk/web/ui';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';

/** Quietly, above every page, while nobody knows whether our mail reaches this person. */
@Component({
  selector: 'desk-verify-banner',
  imports: [Busy, MatButton, MatIcon, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (email(); as address) {
      <aside [attr.aria-label]="'verifyBanner.label' | transloco">
        <mat-icon svgIcon="mail" />
        <p>{{ 'verifyBanner.text' | transloco: { email: address } }}</p>
        <button matButton type="button" [deskBusy]="isBusy()" (click)="send()">
          {{ 'verifyBanner.send' | transloco }}
        </button>
      </aside>
    }
  `,
  styleUrl: './verify-banner.scss',
})
export class VerifyBanner {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);

  protected readonly email = computed(() => {
    const user = this.session.user();
    return user === null || user.is_email_verified ? null : user.email;
  });
  protected readonly isBusy = signal(false);

  protected async send(): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    try {
      await this.api.invoke(askEmailVerification);
      this.notices.done(this.transloco.translate('verifyBanner.sent'));
    } catch (thrown) {
      this.notices.failed(thrown);
    } finally {
      this.isBusy.set(false);
    }
  }
}
