import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField, MatHint } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import { Router, RouterLink } from '@angular/router';
import { PRIORITIES, type Priority } from '@desk/contracts';
import { Drafts, createUploadList, keepUploads } from '@desk/web/core';
import {
  Busy,
  FieldError,
  FileDrop,
  FocusInvalid,
  FormProblem,
  Notices,
  PageHeader,
  UploadRows,
  notBlank,
  Submission,
} from '@desk/web/ui';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { NewTicketStore } from './new-ticket-store';

const DRAFT = 'ticket/new';
const FILES = 'ticket/new/files';

@Component({
  selector: 'desk-new-ticket',
  imports: [
    Busy,
    FieldError,
    FocusInvalid,
    FileDrop,
    FormProblem,
    MatButton,
    MatError,
    MatFormField,
    MatHint,
    MatInput,
    MatOption,
    MatSelect,
    PageHeader,
    ReactiveFormsModule,
    RouterLink,
    TranslocoPipe,
    UploadRows,
  ],
  providers: [NewTicketStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'desk-page desk-page-narrow' },
  templateUrl: './new-ticket.html',
})
export class NewTicket {
  private readonly drafts = inject(Drafts);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly fields = inject(NonNullableFormBuilder);

  protected readonly store = inject(NewTicketStore);
  protected readonly uploads = createUploadList();
  protected readonly priorities = PRIORITIES;
  protected readonly form = this.fields.group({
    title: ['', [notBlank, Validators.maxLength(300)]],
    description: ['', [notBlank, Validators.maxLength(100_000)]],
    category: this.fields.control<number | null>(null),
    priority: this.fields.control<Priority>('medium'),
  });
  protected readonly submission = new Submission(this.form, this.uploads);

  constructor() {
    this.drafts.keep(DRAFT, this.form);
    keepUploads(FILES, this.uploads);
  }

  protected send(): Promise<void> {
    return this.submission.run(async () => {
      const words = { ...this.form.getRawValue(), upload_ids: this.uploads.ids() };
      const ticket = await this.store.create(DRAFT, words);
      this.drafts.clear(DRAFT);
      this.drafts.clear(FILES);
      this.notices.done(this.transloco.translate('tickets.new.sent', { key: ticket.ticket_id }));
      await this.router.navigate(['/tickets', ticket.ticket_id], { replaceUrl: true });
    });
  }
}
