import { ChangeDetectionStrategy, Component } from '@angular/core';
import { FormControl, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import { MatError, MatFormField } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { FORM_FIELD_LOOK, FieldError } from '@desk/web/ui';
import { TranslocoPipe } from '@jsverse/transloco';

const MAX_REASON = 1000;

/** Closes with the reason, which may be empty, or with nothing when it was cancelled. */
@Component({
  selector: 'desk-escalate-dialog',
  imports: [
    FieldError,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MatError,
    MatFormField,
    MatInput,
    ReactiveFormsModule,
    TranslocoPipe,
  ],
  providers: [FORM_FIELD_LOOK],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 matDialogTitle>{{ 'ticket.page.escalateHeading' | transloco }}</h2>
    <mat-dialog-content>
      <p>{{ 'ticket.page.escalateText' | transloco }}</p>
      <div class="desk-field">
        <label for="escalate-reason">{{ 'ticket.page.escalateReason' | transloco }}</label>
        <mat-form-field>
          <textarea matInput id="escalate-reason" rows="3" [formControl]="reason"></textarea>
          <mat-error>{{ reason.errors | fieldError }}</mat-error>
        </mat-form-field>
      </div>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" matDialogClose>{{ 'ui.cancel' | transloco }}</button>
      <button
        matButton="filled"
        type="button"
        [disabled]="reason.invalid"
        [matDialogClose]="reason.value.trim()"
      >
        {{ 'ticket.page.escalate' | transloco }}
      </button>
    </mat-dialog-actions>
  `,
  styles: `
    p {
      margin-bottom: 16px;
    }

    mat-dialog-actions {
      padding: 16px 24px 24px;
    }
  `,
})
export class EscalateDialog {
  protected readonly reason = new FormControl('', {
    nonNullable: true,
    validators: Validators.maxLength(MAX_REASON),
  });
}
