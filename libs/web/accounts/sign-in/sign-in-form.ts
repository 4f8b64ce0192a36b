import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatError, MatFormField, MatHint, MatSuffix } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { Formats, Problem, Session, type SessionUser } from '@desk/web/core';
import { Busy, FieldError, FormProblem, Submission } from '@desk/web/ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { distinctUntilChanged } from 'rxjs';

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
    MatHint,
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
  protected readonly formats = inject(Formats);

  private readonly injector = inject(Injector);
  private readonly otpField = viewChild<ElementRef<HTMLElement>>('otp');

  readonly signedIn = output<SessionUser>();

  protected readonly form = inject(NonNullableFormBuilder).group({
    email: ['', [Validators.required, Validators.email]],
    password: ['', Validators.required],
    otp: [''],
  });
  protected readonly showsPassword = signal(false);
  protected readonly asksOtp = signal(false);
  protected readonly submission = new Submission(this.form);
  /** Two refusals have words of their own here; they never say which of the two was wrong. */
  protected readonly isRefused = computed(() => this.isStatus(401) && !this.isOtpRefused());
  protected readonly isOtpRefused = computed(() => this.submission.problem()?.code === 'otp_wrong');
  protected readonly waitSeconds = computed(() =>
    this.submission.problem()?.status === 429 ? (this.submission.problem()?.retryAfter ?? null) : null,
  );

  constructor() {
    // Whether a code is asked for is a matter of the account. What fills in forms sends the same address again.
    this.form.controls.email.valueChanges
      .pipe(distinctUntilChanged(), takeUntilDestroyed())
      .subscribe(() => this.forgetOtp());
  }

  protected submit(): Promise<void> {
    return this.submission.run(async () => {
      try {
        const { otp, ...credentials } = this.form.getRawValue();
        this.signedIn.emit(await this.session.signIn(otp ? { ...credentials, otp } : credentials));
      } catch (thrown) {
        this.refuse(Problem.from(thrown));
      }
    });
  }

  private forgetOtp(): void {
    if (!this.asksOtp()) return;
    this.asksOtp.set(false);
    this.submission.forget();
    this.form.controls.otp.clearValidators();
    this.form.controls.otp.reset();
  }

  private isStatus(status: number): boolean {
    return this.submission.problem()?.status === status;
  }

  private refuse(problem: Problem): void {
    const wantsOtp =
      problem.code === 'otp_required' || problem.errors.some(({ code }) => code === 'otp_required');
    if (!wantsOtp || this.asksOtp()) throw problem;
    this.asksOtp.set(true);
    const { otp } = this.form.controls;
    otp.setValidators(Validators.required);
    otp.updateValueAndValidity();
    otp.markAsUntouched();
    afterNextRender(() => this.otpField()?.nativeElement.focus(), { injector: this.injector });
  }
}
