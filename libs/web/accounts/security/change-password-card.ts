import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Api, changePassword } from '@desk/web/api-client';
import { Busy, FieldError, FocusInvalid, FormProblem, Notices, Submission } from '@desk/web/ui';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { NewPasswordField } from '../recovery/password-field';
import { MIN_PASSWORD_LENGTH } from '../sign-in/new-password';

@Component({
  selector: 'desk-change-password-card',
  imports: [
    Busy,
    FieldError,
    FocusInvalid,
    FormProblem,
    MatButton,
    MatError,
    MatFormField,
    MatInput,
    NewPasswordField,
    ReactiveFormsModule,
    TranslocoPipe,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'desk-card' },
  template: `
    <h2>{{ 'accounts.security.password' | transloco }}</h2>
    <p class="desk-muted">{{ 'accounts.security.passwordText' | transloco }}</p>
    @if (isOpen()) {
      <form class="desk-form" deskFocusInvalid [formGroup]="form" (ngSubmit)="save()" novalidate>
        <div class="desk-field">
          <label for="security-current">{{ 'accounts.security.currentPassword' | transloco }}</label>
          <mat-form-field>
            <input
              matInput
              id="security-current"
              type="password"
              autocomplete="current-password"
              formControlName="current_password"
            />
            <mat-error>{{ form.controls.current_password.errors | fieldError }}</mat-error>
          </mat-form-field>
        </div>
        <desk-new-password-field
          inputId="security-new"
          [label]="'accounts.security.newPassword' | transloco"
          [control]="form.controls.new_password"
        />
        <desk-form-problem [problem]="submission.problem()" />
        <div class="desk-form-actions">
          <button matButton="filled" type="submit" [deskBusy]="submission.isBusy()">
            {{ 'accounts.security.passwordChange' | transloco }}
          </button>
          <button matButton type="button" (click)="close()">{{ 'ui.cancel' | transloco }}</button>
        </div>
      </form>
    } @else {
      <div class="actions">
        <button matButton="outlined" type="button" (click)="isOpen.set(true)">
          {{ 'accounts.security.passwordChange' | transloco }}
        </button>
      </div>
    }
  `,
  styleUrl: './security-card.scss',
})
export class ChangePasswordCard {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);

  protected readonly isOpen = signal(false);
  protected readonly form = inject(NonNullableFormBuilder).group({
    current_password: ['', Validators.required],
    new_password: ['', [Validators.required, Validators.minLength(MIN_PASSWORD_LENGTH)]],
  });
  protected readonly submission = new Submission(this.form);

  protected close(): void {
    this.isOpen.set(false);
    this.submission.forget();
    this.form.reset();
  }

  protected save(): Promise<void> {
    return this.submission.run(async () => {
      await this.api.invoke(changePassword, { body: this.form.getRawValue() });
      this.close();
      this.notices.done(this.transloco.translate('accounts.security.passwordSaved'));
    });
  }
}
