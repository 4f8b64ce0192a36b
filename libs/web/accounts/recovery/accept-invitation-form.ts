import { ChangeDetectionStrategy, Component, type OnInit, inject, signal } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Router } from '@angular/router';
import { Api, acceptInvitation, checkInvitation, type InvitedView } from '@desk/web/api-client';
import { Problem, Session } from '@desk/web/core';
import { Busy, ErrorState, FieldError, FocusInvalid, FormProblem, Skeleton, Submission } from '@desk/web/ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { MIN_PASSWORD_LENGTH } from '../sign-in/new-password';
import { isDeadLink } from './dead-link';
import { LinkState } from './link-state';
import { OneTimeToken } from './one-time-token';
import { NewPasswordField } from './password-field';

/** Where the link of an invitation leads: a look at one's name, a password, and in. */
@Component({
  selector: 'desk-accept-invitation-form',
  imports: [
    Busy,
    ErrorState,
    FieldError,
    FocusInvalid,
    FormProblem,
    LinkState,
    MatButton,
    MatError,
    MatFormField,
    MatInput,
    NewPasswordField,
    ReactiveFormsModule,
    Skeleton,
    TranslocoPipe,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './accept-invitation-form.html',
})
export class AcceptInvitationForm implements OnInit {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly token = inject(OneTimeToken);

  protected readonly invited = signal<InvitedView | null>(null);
  protected readonly isDead = signal(this.token.get() === null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly form = inject(NonNullableFormBuilder).group({
    first_name: ['', [Validators.required, Validators.maxLength(150)]],
    last_name: ['', [Validators.required, Validators.maxLength(150)]],
    password: ['', [Validators.required, Validators.minLength(MIN_PASSWORD_LENGTH)]],
  });
  protected readonly submission = new Submission(this.form);

  ngOnInit(): void {
    void this.check();
  }

  protected async check(): Promise<void> {
    const token = this.token.get();
    if (token === null) return;
    this.problem.set(null);
    try {
      const invited = await this.api.invoke(checkInvitation, { body: { token } });
      this.form.patchValue(invited);
      this.invited.set(invited);
    } catch (thrown) {
      if (!this.endsBy(thrown)) this.problem.set(Problem.from(thrown));
    }
  }

  protected accept(): Promise<void> {
    return this.submission.run(async () => {
      const { email = '' } = this.invited() ?? {};
      const body = { ...this.form.getRawValue(), token: this.token.get() ?? '' };
      try {
        await this.api.invoke(acceptInvitation, { body });
      } catch (thrown) {
        if (this.endsBy(thrown)) return;
        throw thrown;
      }
      this.token.forget();
      await this.enter(email, body.password);
    });
  }

  /** They have an account now, whatever becomes of this: then the page of sign-in says what is missing. */
  private async enter(email: string, password: string): Promise<void> {
    try {
      await this.session.signIn({ email, password });
      await this.router.navigateByUrl('/');
    } catch {
      await this.router.navigateByUrl('/accounts/login');
    }
  }

  private endsBy(thrown: unknown): boolean {
    const isDead = isDeadLink(thrown);
    if (isDead) this.token.forget();
    this.isDead.set(isDead);
    return isDead;
  }
}
