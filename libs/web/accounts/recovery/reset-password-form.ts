import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Api, resetPassword } from '@desk/web/api-client';
import { Busy, FocusInvalid, FormProblem, Submission } from '@desk/web/ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { MIN_PASSWORD_LENGTH } from '../sign-in/new-password';
import { isDeadLink } from './dead-link';
import { LinkState } from './link-state';
import { OneTimeToken } from './one-time-token';
import { NewPasswordField } from './password-field';

/** Chooses a new password by the link of a mail. */
@Component({
  selector: 'desk-reset-password-form',
  imports: [
    Busy,
    FocusInvalid,
    FormProblem,
    LinkState,
    MatButton,
    NewPasswordField,
    ReactiveFormsModule,
    RouterLink,
    TranslocoPipe,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @switch (state()) {
      @case ('done') {
        <desk-link-state icon="check_circle" [text]="'accounts.recovery.resetDone' | transloco">
          <a matButton="filled" routerLink="/accounts/login">{{ 'accounts.signIn.action' | transloco }}</a>
        </desk-link-state>
      }
      @case ('dead') {
        <desk-link-state icon="warning" [text]="'accounts.recovery.resetDead' | transloco">
          <a matButton="filled" routerLink="/accounts/forgot-password">{{
            'accounts.recovery.askAgain' | transloco
          }}</a>
        </desk-link-state>
      }
      @default {
        <form class="desk-form" deskFocusInvalid [formGroup]="form" (ngSubmit)="reset()" novalidate>
          <desk-new-password-field
            inputId="reset-password"
            [label]="'accounts.recovery.newPassword' | transloco"
            [control]="form.controls.new_password"
          />
          <desk-form-problem [problem]="submission.problem()" />
          <button matButton="filled" type="submit" [deskBusy]="submission.isBusy()">
            {{ 'accounts.recovery.reset' | transloco }}
          </button>
        </form>
      }
    }
  `,
})
export class ResetPasswordForm {
  private readonly api = inject(Api);
  private readonly token = inject(OneTimeToken);

  protected readonly form = inject(NonNullableFormBuilder).group({
    new_password: ['', [Validators.required, Validators.minLength(MIN_PASSWORD_LENGTH)]],
  });
  protected readonly submission = new Submission(this.form);
  protected readonly state = signal<'open' | 'done' | 'dead'>(this.token.get() === null ? 'dead' : 'open');

  protected reset(): Promise<void> {
    return this.submission.run(async () => {
      try {
        const body = { ...this.form.getRawValue(), token: this.token.get() ?? '' };
        await this.api.invoke(resetPassword, { body });
        this.end('done');
      } catch (thrown) {
        if (!isDeadLink(thrown)) throw thrown;
        this.end('dead');
      }
    });
  }

  private end(state: 'done' | 'dead'): void {
    this.token.forget();
    this.state.set(state);
  }
}
