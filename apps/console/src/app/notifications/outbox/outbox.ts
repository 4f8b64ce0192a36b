import { ChangeDetectionStrategy, Component, inject, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatFormField } from '@angular/material/form-field';
import { MatOption, MatSelect } from '@angular/material/select';
import { type MailView } from '@desk/web/api-client';
import { PAGE_SIZE } from '@desk/web/core';
import { EmptyState, LoadFrame, PageHeader, Pager, TimeAgo } from '@desk/web/ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { MailChip } from './mail-chip';
import { MailDialog, type ReadMail } from './mail-dialog';
import { MAIL_STATES } from './outbox-filter';
import { OutboxStore } from './outbox-store';

/** What the desk has written to people: where it has no mail server, the only place to read it. */
@Component({
  selector: 'desk-outbox',
  imports: [
    EmptyState,
    LoadFrame,
    MailChip,
    MatButton,
    MatFormField,
    MatOption,
    MatSelect,
    PageHeader,
    Pager,
    TimeAgo,
    TranslocoPipe,
  ],
  providers: [OutboxStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'desk-page desk-list-page' },
  templateUrl: './outbox.html',
  styleUrl: './outbox.scss',
})
export class Outbox {
  private readonly dialog = inject(MatDialog);
  private readonly header = viewChild.required(PageHeader);

  protected readonly store = inject(OutboxStore);
  protected readonly states = MAIL_STATES;
  protected readonly pageSize = PAGE_SIZE;

  protected read(mail: MailView): void {
    const data: ReadMail = { mail, store: this.store };
    this.dialog.open(MailDialog, { data, width: 'min(640px, 92vw)', ariaModal: true });
  }

  /** The button goes away with what it did. */
  protected showAll(): void {
    void this.store.show({ state: '' });
    this.header().focus();
  }
}
