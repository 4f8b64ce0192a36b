import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Router } from '@angular/router';
import { Api, type UserView, completeProfile, getMe } from '@desk/web/api-client';
import { Problem, Session, localPath } from '@desk/web/core';
import { Busy, FieldError, FocusInvalid, FormProblem, Notices, Submission } from '@desk/web/ui';
import { TranslocoPipe } from '@jsverse/transloco';

/** The last step of a sign-up by a provider. Nothing else is open before it. */
@Component({
  selector: 'desk-complete-profile',
  imports: [
    Busy,
    FieldError,
    FocusInvalid,
    FormProblem,
    MatButton,
    MatError,
    MatFormField,
    MatInput,
    ReactiveFormsModule,
    TranslocoPipe,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './complete-profile.html',
  styleUrl: './door.scss',
})
export class CompleteProfile {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  protected readonly session = inject(Session);

  /** Query parameter: where the person wanted to go. */
  readonly next = input<string>();

  private readonly user = this.session.user();
  protected readonly form = inject(NonNullableFormBuilder).group({
    // As the provider has them, where it tells.
    first_name: [this.user?.first_name ?? '', [Validators.required, Validators.maxLength(150)]],
    last_name: [this.user?.last_name ?? '', [Validators.required, Validators.maxLength(150)]],
    phone: ['', Validators.maxLength(20)],
    department: ['', Validators.maxLength(100)],
  });
  protected readonly submission = new Submission(this.form);

  protected complete(): Promise<void> {
    return this.submission.run(async () => {
      this.session.changeUser(await this.completed());
      await this.router.navigateByUrl(localPath(this.next() ?? null));
    });
  }

  protected async signOut(): Promise<void> {
    try {
      await this.session.signOut();
    } catch (thrown) {
      this.notices.failed(thrown);
    }
  }

  /** As it was done in another tab meanwhile, if so. */
  private async completed(): Promise<UserView> {
    try {
      return await this.api.invoke(completeProfile, { body: this.form.getRawValue() });
    } catch (thrown) {
      if (Problem.from(thrown).code !== 'profile_completed') throw thrown;
      return this.api.invoke(getMe);
    }
  }
}
