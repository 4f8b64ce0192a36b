import { Clipboard } from '@angular/cdk/clipboard';
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import { MatError, MatFormField } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import { type TokenScope } from '@desk/contracts';
import { Api, createApiToken } from '@desk/web/api-client';
import { Session } from '@desk/web/core';
import { Busy, FORM_FIELD_LOOK, FieldError, FormProblem, Notices, Submission } from '@desk/web/ui';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';

const DAY_MS = 24 * 60 * 60_000;
const DAYS = [30, 90, 365] as const;

/** What a token is for, what it may do and for how long; then the token, this once. */
@Component({
  selector: 'desk-api-token-dialog',
  imports: [
    Busy,
    FieldError,
    FormProblem,
    MatButton,
    MatCheckbox,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MatError,
    MatFormField,
    MatIcon,
    MatInput,
    MatOption,
    MatSelect,
    ReactiveFormsModule,
    TranslocoPipe,
  ],
  providers: [FORM_FIELD_LOOK],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './api-token-dialog.html',
  styles: `
    fieldset {
      display: flex;
      flex-direction: column;
      margin: 0;
      padding: 0;
      border: 0;
    }

    code {
      display: block;
      margin: 16px 0;
      padding: 12px;
      border-radius: var(--desk-radius);
      background: var(--desk-sunken);
      overflow-wrap: anywhere;
    }

    mat-dialog-actions {
      padding: 16px 24px 24px;
    }
  `,
})
export class ApiTokenDialog {
  private readonly api = inject(Api);
  private readonly clipboard = inject(Clipboard);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);

  protected readonly days = DAYS;
  /** What a customer could administer there is none of. */
  protected readonly isStaff = inject(Session).isStaff;
  protected readonly token = signal<string | null>(null);
  protected readonly form = inject(NonNullableFormBuilder).group({
    name: ['', [Validators.required, Validators.maxLength(100)]],
    read: [true],
    write: [false],
    admin: [false],
    days: [90],
  });
  protected readonly submission = new Submission(this.form);

  protected create(): Promise<void> {
    return this.submission.run(async () => {
      const { name, days, ...chosen } = this.form.getRawValue();
      const scopes = (['read', 'write', 'admin'] satisfies TokenScope[]).filter((scope) => chosen[scope]);
      const expires_at = days === 0 ? null : new Date(Date.now() + days * DAY_MS).toISOString();
      const made = await this.api.invoke(createApiToken, { body: { name, scopes, expires_at } });
      this.token.set(made.token);
    });
  }

  protected copy(token: string): void {
    this.clipboard.copy(token);
    this.notices.done(this.transloco.translate('accounts.security.copied'));
  }
}
