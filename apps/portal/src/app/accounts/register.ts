import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Router, RouterLink } from '@angular/router';
import { MIN_PASSWORD_LENGTH, NewPasswordField, ProviderButtons } from '@desk/web/accounts';
import { Api, registerCustomer } from '@desk/web/api-client';
import { Session, localPath } from '@desk/web/core';
import { Busy, FieldError, FocusInvalid, FormProblem, Submission } from '@desk/web/ui';
import { TranslocoPipe } from '@jsverse/transloco';

@Component({
  selector: 'desk-register',
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
    ProviderButtons,
    ReactiveFormsModule,
    RouterLink,
    TranslocoPipe,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './register.html',
  styleUrl: './door.scss',
})
export class Register {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly router = inject(Router);

  /** Query parameter: where the person wanted to go. */
  readonly next = input<string>();

  protected readonly form = inject(NonNullableFormBuilder).group({
    first_name: ['', [Validators.required, Validators.maxLength(150)]],
    last_name: ['', [Validators.required, Validators.maxLength(150)]],
    email: ['', [Validators.required, Validators.email]],
    password: ['', [Validators.required, Validators.minLength(MIN_PASSWORD_LENGTH)]],
  });
  protected readonly submission = new Submission(this.form);

  protected register(): Promise<void> {
    return this.submission.run(async () => {
      const body = this.form.getRawValue();
      const { email, password } = body;
      await this.api.invoke(registerCustomer, { body });
      await this.session.signIn({ email, password });
      await this.router.navigateByUrl(localPath(this.next() ?? null));
    });
  }
}
