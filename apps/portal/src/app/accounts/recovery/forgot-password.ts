import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ForgotPasswordForm } from '@desk/web/accounts';
import { TranslocoPipe } from '@jsverse/transloco';

@Component({
  selector: 'desk-forgot-password',
  imports: [ForgotPasswordForm, RouterLink, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="desk-card">
      <div class="words">
        <h1>{{ 'accounts.recovery.forgotTitle' | transloco }}</h1>
        <p>{{ 'accounts.recovery.forgotText' | transloco }}</p>
      </div>
      <desk-forgot-password-form />
    </section>
    <p class="aside">
      <a routerLink="/accounts/login">{{ 'accounts.recovery.backToSignIn' | transloco }}</a>
    </p>
  `,
  styleUrl: '../door.scss',
})
export class ForgotPassword {}
