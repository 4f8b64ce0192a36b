import { ChangeDetectionStrategy, Component, ElementRef, computed, inject, viewChild } from '@angular/core';
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
import { type OutboxStore } from './outbox-store';

export interface ReadMail {
  mail: MailView;
  store: OutboxStore;
}

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
    @let mail = read();
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
      @if (mail.links_hidden) {
        <p class="desk-muted hidden">{{ 'outbox.linkHidden' | transloco }}</p>
      }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      @if (mail.links_hidden) {
        <button matButton="outlined" type="button" (click)="showLink()">
          {{ 'outbox.showLink' | transloco }}
        </button>
      }
      <button #close matButton="filled" type="button" matDialogClose cdkFocusInitial>
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

    .hidden {
      margin-top: 16px;
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
  private readonly opened = inject<ReadMail>(MAT_DIALOG_DATA);
  private readonly closing = viewChild.required<string, ElementRef<HTMLElement>>('close', {
    read: ElementRef,
  });

  /** As the list has it now: with its link, once that is shown. */
  protected readonly read = computed(() => {
    const { mail, store } = this.opened;
    return store.mails.value()?.results.find(({ id }) => id === mail.id) ?? mail;
  });

  /** The button goes away with what it did. */
  protected async showLink(): Promise<void> {
    await this.opened.store.showLinks();
    this.closing().nativeElement.focus();
  }
}
