import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import { type MailView } from '@desk/web/api-client';
import { TimeAgo } from '@desk/web/ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { LinkedText } from './linked-text';
import { MailChip } from './mail-chip';

/** One mail as its reader gets it, in its form without markup. */
@Component({
  selector: 'desk-mail-dialog',
  imports: [
    LinkedText,
    MailChip,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    TimeAgo,
    TranslocoPipe,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 matDialogTitle dir="auto">{{ mail.subject }}</h2>
    <mat-dialog-content>
      <p class="head">
        <bdi>{{ mail.to }}</bdi>
        <desk-mail-chip [state]="mail.state" />
        <desk-time class="desk-muted" [value]="mail.created_at" />
      </p>
      @if (mail.last_error; as error) {
        <p class="failed">{{ 'outbox.failed' | transloco: { error } }}</p>
      }
      <desk-linked-text [text]="mail.text" />
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton="filled" type="button" matDialogClose cdkFocusInitial>
        {{ 'outbox.close' | transloco }}
      </button>
    </mat-dialog-actions>
  `,
  styles: `
    h2 {
      overflow-wrap: anywhere;
    }

    .head {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 12px;
      margin-bottom: 16px;
      overflow-wrap: anywhere;
    }

    .failed {
      margin-bottom: 16px;
      color: var(--desk-danger);
      overflow-wrap: anywhere;
    }

    desk-linked-text {
      color: var(--desk-ink);
    }

    mat-dialog-actions {
      padding: 16px 24px 24px;
    }
  `,
})
export class MailDialog {
  protected readonly mail = inject<MailView>(MAT_DIALOG_DATA);
}
