import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  Injector,
  afterNextRender,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import {
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatError, MatFormField, MatHint } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Api, stepUp } from '@desk/web/api-client';
import { Problem } from '@desk/web/core';
import { Busy, FORM_FIELD_LOOK, FieldError, FormProblem, Submission } from '@desk/web/ui';
import { TranslocoPipe } from '@jsverse/transloco';

/** Password, and the second factor where there is one. Closes with true once the server has taken them. */
@Component({
  selector: 'desk-step-up-dialog',
  imports: [
    Busy,
    FieldError,
    FormProblem,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MatError,
    MatFormField,
    MatHint,
    MatInput,
    ReactiveFormsModule,
    TranslocoPipe,
  ],
  providers: [FORM_FIELD_LOOK],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form [formGroup]="form" (ngSubmit)="prove()" novalidate>
      <h2 matDialogTitle>{{ 'accounts.security.stepUpTitle' | transloco }}</h2>
      <mat-dialog-content class="desk-form">
        <p>{{ 'accounts.security.stepUpText' | transloco }}</p>
        <div class="desk-field">
          <label for="step-up-password">{{ 'accounts.password' | transloco }}</label>
          <mat-form-field>
            <input
              matInput
              id="step-up-password"
              type="password"
              autocomplete="current-password"
              formControlName="password"
            />
            <mat-error>{{ form.controls.password.errors | fieldError }}</mat-error>
          </mat-form-field>
        </div>
        @if (asksOtp()) {
          <div class="desk-field">
            <label for="step-up-otp">{{ 'accounts.signIn.otp' | transloco }}</label>
            <mat-form-field>
              <input
                #code
                matInput
                id="step-up-otp"
                autocomplete="one-time-code"
                autocapitalize="none"
                formControlName="otp"
              />
              <mat-hint>{{ 'accounts.signIn.otpHint' | transloco }}</mat-hint>
              <mat-error>{{ form.controls.otp.errors | fieldError }}</mat-error>
            </mat-form-field>
          </div>
        }
        <desk-form-problem [problem]="submission.problem()" />
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" [matDialogClose]="false">{{ 'ui.cancel' | transloco }}</button>
        <button matButton="filled" type="submit" [deskBusy]="submission.isBusy()">
          {{ 'accounts.security.stepUpAction' | transloco }}
        </button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `
    mat-dialog-actions {
      padding: 16px 24px 24px;
    }
  `,
})
export class StepUpDialog {
  private readonly api = inject(Api);
  private readonly dialog = inject<MatDialogRef<StepUpDialog, boolean>>(MatDialogRef);

  private readonly injector = inject(Injector);
  private readonly code = viewChild<ElementRef<HTMLInputElement>>('code');

  protected readonly asksOtp = signal(false);
  protected readonly form = inject(NonNullableFormBuilder).group({ password: [''], otp: [''] });
  protected readonly submission = new Submission(this.form);

  protected prove(): Promise<void> {
    return this.submission.run(async () => {
      const { password, otp } = this.form.getRawValue();
      try {
        await this.api.invoke(stepUp, {
          body: { ...(password === '' ? {} : { password }), ...(otp === '' ? {} : { otp }) },
        });
      } catch (thrown) {
        const isMissing = Problem.from(thrown).errors.some(({ code }) => code === 'otp_required');
        if (!isMissing || this.asksOtp()) throw thrown;
        this.asksOtp.set(true);
        afterNextRender(() => this.code()?.nativeElement.focus(), { injector: this.injector });
        return;
      }
      this.dialog.close(true);
    });
  }
}
