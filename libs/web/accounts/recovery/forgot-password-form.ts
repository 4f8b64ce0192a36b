import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Api, askPasswordReset } from '@desk/web/api-client';
import { Busy, FieldError, FocusInvalid, FormProblem, Submission } from '@desk/web/ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { LinkState } from './link-state';

/** Asks for a link to a new password. What it says afterwards is the same whoever was asked for. */
@Component({
  selector: 'desk-forgot-password-form',
  imports: [
    Busy,
    FieldError,
    FocusInvalid,
    FormProblem,
    LinkState,
    MatButton,
    MatError,
    MatFormField,
    MatInput,
    ReactiveFormsModule,
    TranslocoPipe,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (askedFor(); as email) {
      <desk-link-state icon="mark_email_read" [text]="'accounts.recovery.asked' | transloco: { email }">
        <button matButton="outlined" type="button" (click)="askedFor.set(null)">
          {{ 'accounts.recovery.askAgain' | transloco }}
        </button>
      </desk-link-state>
    } @else {
      <form class="desk-form" deskFocusInvalid [formGroup]="form" (ngSubmit)="ask()" novalidate>
        <div class="desk-field">
          <label for="forgot-email">{{ 'accounts.email' | transloco }}</label>
          <mat-form-field>
            <input matInput id="forgot-email" type="email" autocomplete="username" formControlName="email" />
            <mat-error>{{ form.controls.email.errors | fieldError }}</mat-error>
          </mat-form-field>
        </div>
        <desk-form-problem [problem]="submission.problem()" />
        <button matButton="filled" type="submit" [deskBusy]="submission.isBusy()">
          {{ 'accounts.recovery.ask' | transloco }}
        </button>
      </form>
    }
  `,
})
export class ForgotPasswordForm {
  private readonly api = inject(Api);

  protected readonly form = inject(NonNullableFormBuilder).group({
    email: ['', [Validators.required, Validators.email]],
  });
  protected readonly submission = new Submission(this.form);
  protected readonly askedFor = signal<string | null>(null);

  protected ask(): Promise<void> {
    return this.submission.run(async () => {
      const body = this.form.getRawValue();
      await this.api.invoke(askPasswordReset, { body });
      this.askedFor.set(body.email);
    });
  }
}
