import { ChangeDetectionStrategy, Component, computed, inject, output, signal } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatError, MatFormField, MatSuffix } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { Problem, Session, type SessionUser } from '@desk/web/core';
import { Busy, FieldError, FormProblem, showProblem } from '@desk/web/ui';
import { TranslocoPipe } from '@jsverse/transloco';

/** Email and password, then the second factor if the account has one. */
@Component({
  selector: 'desk-sign-in-form',
  imports: [
    Busy,
    FieldError,
    FormProblem,
    MatButton,
    MatError,
    MatFormField,
    MatIcon,
    MatIconButton,
    MatInput,
    MatSuffix,
    ReactiveFormsModule,
    TranslocoPipe,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './sign-in-form.html',
})
export class SignInForm {
  private readonly session = inject(Session);

  readonly signedIn = output<SessionUser>();

  protected readonly form = inject(NonNullableFormBuilder).group({
    email: ['', [Validators.required, Validators.email]],
    password: ['', Validators.required],
    otp: [''],
  });
  protected readonly isBusy = signal(false);
  protected readonly showsPassword = signal(false);
  protected readonly asksOtp = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  /** Two refusals have words of their own here; they never say which of the two was wrong. */
  protected readonly isRefused = computed(() => this.problem()?.status === 401);
  protected readonly waitSeconds = computed(() =>
    this.problem()?.status === 429 ? (this.problem()?.retryAfter ?? null) : null,
  );

  protected async submit(): Promise<void> {
    this.form.markAllAsTouched();
    if (this.form.invalid || this.isBusy()) return;
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      const { otp, ...credentials } = this.form.getRawValue();
      this.signedIn.emit(await this.session.signIn(otp ? { ...credentials, otp } : credentials));
    } catch (thrown) {
      this.refuse(Problem.from(thrown));
    } finally {
      this.isBusy.set(false);
    }
  }

  private refuse(problem: Problem): void {
    const wantsOtp =
      problem.code === 'otp_required' || problem.errors.some(({ code }) => code === 'otp_required');
    if (wantsOtp && !this.asksOtp()) this.asksOtp.set(true);
    else this.problem.set(showProblem(this.form, problem));
  }
}
