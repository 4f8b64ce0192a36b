import { ChangeDetectionStrategy, Component } from '@angular/core';
import { ResetPasswordForm } from '@desk/web/accounts';
import { TranslocoPipe } from '@jsverse/transloco';
import { Entrance } from '../entrance';

@Component({
  selector: 'desk-reset-password',
  imports: [Entrance, ResetPasswordForm, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <desk-entrance
      [heading]="'accounts.recovery.resetTitle' | transloco"
      [text]="'accounts.recovery.resetText' | transloco"
    >
      <desk-reset-password-form />
    </desk-entrance>
  `,
})
export class ResetPassword {}
