import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatError, MatFormField } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import { type Role, ROLES } from '@desk/contracts';
import { Session } from '@desk/web/core';
import { Busy, FORM_FIELD_LOOK, FieldError, FocusInvalid, FormProblem, Submission } from '@desk/web/ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { type InvitationsStore } from './invitations-store';

/** Closes with the address that was invited. */
@Component({
  selector: 'desk-invite-dialog',
  imports: [
    Busy,
    FieldError,
    FocusInvalid,
    FormProblem,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MatError,
    MatFormField,
    MatInput,
    MatOption,
    MatSelect,
    ReactiveFormsModule,
    TranslocoPipe,
  ],
  providers: [FORM_FIELD_LOOK],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './invite-dialog.html',
  styles: `
    p {
      margin-bottom: 16px;
    }

    mat-dialog-actions {
      padding: 16px 24px 24px;
    }
  `,
})
export class InviteDialog {
  private readonly store = inject<InvitationsStore>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<InviteDialog, string>>(MatDialogRef);
  private readonly mayMakeSuperadmins = inject(Session).user()?.role === 'superadmin';

  protected readonly roles = ROLES.filter((role) => role !== 'superadmin' || this.mayMakeSuperadmins);
  protected readonly form = inject(NonNullableFormBuilder).group({
    email: ['', [Validators.required, Validators.email]],
    first_name: ['', [Validators.required, Validators.maxLength(150)]],
    last_name: ['', [Validators.required, Validators.maxLength(150)]],
    role: ['agent' as Role, Validators.required],
    department: ['', Validators.maxLength(100)],
    job_title: ['', Validators.maxLength(100)],
  });
  protected readonly submission = new Submission(this.form);

  protected send(): Promise<void> {
    return this.submission.run(async () => {
      const { email } = await this.store.invite(this.form.getRawValue());
      this.dialog.close(email);
    });
  }
}
