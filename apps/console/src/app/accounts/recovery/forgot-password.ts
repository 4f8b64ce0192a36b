import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ForgotPasswordForm } from '@desk/web/accounts';
import { TranslocoPipe } from '@jsverse/transloco';
import { Entrance } from '../entrance';

@Component({
  selector: 'desk-forgot-password',
  imports: [Entrance, ForgotPasswordForm, RouterLink, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <desk-entrance
      [heading]="'accounts.recovery.forgotTitle' | transloco"
      [text]="'accounts.recovery.forgotText' | transloco"
    >
      <desk-forgot-password-form />
      <a class="desk-entrance-link" routerLink="/accounts/login">{{
        'accounts.recovery.backToSignIn' | transloco
      }}</a>
    </desk-entrance>
  `,
})
export class ForgotPassword {}
