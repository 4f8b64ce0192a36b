import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Router } from '@angular/router';
import { MIN_PASSWORD_LENGTH, NewPasswordField } from '@desk/web/accounts';
import { Api, setUp } from '@desk/web/api-client';
import { Session } from '@desk/web/core';
import { Busy, FieldError, FocusInvalid, FormProblem, Submission } from '@desk/web/ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { Entrance } from './entrance';

/** The first visit of a new desk creates its first superadmin. */
@Component({
  selector: 'desk-set-up',
  imports: [
    Busy,
    Entrance,
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
  templateUrl: './set-up.html',
})
export class SetUp {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly router = inject(Router);

  protected readonly form = inject(NonNullableFormBuilder).group({
    first_name: ['', [Validators.required, Validators.maxLength(150)]],
    last_name: ['', [Validators.required, Validators.maxLength(150)]],
    email: ['', [Validators.required, Validators.email]],
    password: ['', [Validators.required, Validators.minLength(MIN_PASSWORD_LENGTH)]],
  });
  protected readonly submission = new Submission(this.form);

  protected create(): Promise<void> {
    return this.submission.run(async () => {
      const { email, password } = this.form.getRawValue();
      await this.api.invoke(setUp, { body: this.form.getRawValue() });
      await this.session.signIn({ email, password });
      await this.router.navigateByUrl('/');
    });
  }
}
