import { ChangeDetectionStrategy, Component } from '@angular/core';
import { ResetPasswordForm } from '@desk/web/accounts';
import { TranslocoPipe } from '@jsverse/transloco';

@Component({
  selector: 'desk-reset-password',
  imports: [ResetPasswordForm, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="desk-card">
      <div class="words">
        <h1>{{ 'accounts.recovery.resetTitle' | transloco }}</h1>
        <p>{{ 'accounts.recovery.resetText' | transloco }}</p>
      </div>
      <desk-reset-password-form />
    </section>
  `,
  styleUrl: '../door.scss',
})
export class ResetPassword {}
