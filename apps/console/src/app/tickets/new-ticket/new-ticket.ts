import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  afterNextRender,
  computed,
  inject,
  viewChild,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ReactiveFormsModule } from '@angular/forms';
import { MatAutocomplete, MatAutocompleteTrigger } from '@angular/material/autocomplete';
import { MatButton } from '@angular/material/button';
import { MatButtonToggle, MatButtonToggleGroup } from '@angular/material/button-toggle';
import { MatError, MatFormField, MatHint } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import { Router, RouterLink } from '@angular/router';
import { PRIORITIES } from '@desk/contracts';
import { Drafts, Session, createUploadList, keepUploads } from '@desk/web/core';
import {
  Avatar,
  Busy,
  FieldError,
  FileDrop,
  FocusInvalid,
  FormProblem,
  Isolate,
  Notices,
  PageHeader,
  UploadRows,
  Submission,
} from '@desk/web/ui';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { LastList } from '../last-list';
import { TagEditor } from '../shared/tag-editor';
import { TicketChoices } from '../shared/ticket-choices';
import { CustomerSearch, isChosen, nameOf } from './customer-search';
import { NewTicketStore } from './new-ticket-store';
import { WAYS, createTicketForm, toBody } from './ticket-form';

const DRAFT = 'ticket/new';
const FILES = 'ticket/new/files';

/** A ticket for somebody who called, wrote or stands at the desk. */
@Component({
  selector: 'desk-new-ticket',
  imports: [
    Avatar,
    Busy,
    FieldError,
    FileDrop,
    FocusInvalid,
    FormProblem,
    Isolate,
    MatAutocomplete,
    MatAutocompleteTrigger,
    MatButton,
    MatButtonToggle,
    MatButtonToggleGroup,
    MatError,
    MatFormField,
    MatHint,
    MatInput,
    MatOption,
    MatSelect,
    PageHeader,
    ReactiveFormsModule,
    RouterLink,
    TagEditor,
    TranslocoPipe,
    UploadRows,
  ],
  providers: [CustomerSearch, NewTicketStore, TicketChoices],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'desk-page desk-page-narrow' },
  templateUrl: './new-ticket.html',
  styleUrl: './new-ticket.scss',
})
export class NewTicket {
  private readonly drafts = inject(Drafts);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly store = inject(NewTicketStore);
  private readonly last = inject(LastList);
  private readonly me = inject(Session).user;

  protected readonly people = inject(CustomerSearch);
  protected readonly choices = inject(TicketChoices);
  protected readonly form = createTicketForm();
  protected readonly uploads = createUploadList();
  protected readonly ways = WAYS;
  protected readonly priorities = PRIORITIES;
  protected readonly nameOf = nameOf;
  protected readonly submission = new Submission(this.form, this.uploads);

  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');
  private readonly values = toSignal(this.form.valueChanges, { initialValue: this.form.value });
  protected readonly customer = computed(() => {
    const { customer = '' } = this.values();
    return isChosen(customer) ? customer : null;
  });
  protected readonly tags = computed(() => (this.values().tags ?? []).map((name) => ({ name, color: '' })));
  /** Oneself first: whoever takes the call often keeps the ticket. */
  protected readonly agents = computed(() => {
    const me = this.me();
    const others = (this.choices.agents.value() ?? []).filter(({ id }) => id !== me?.id);
    if (me === null) return [];
    return [
      { id: me.id, name: me.full_name, isMe: true },
      ...others.map(({ id, name }) => ({ id, name, isMe: false })),
    ];
  });
  protected readonly back = computed(() =>
    this.router.createUrlTree(['/tickets'], { queryParams: this.last.queryParams() }),
  );

  constructor() {
    this.drafts.keep(DRAFT, this.form);
    keepUploads(FILES, this.uploads);
    afterNextRender(() => {
      if (!this.customer()) this.box().nativeElement.focus();
    });
  }

  protected send(): Promise<void> {
    return this.submission.run(async () => {
      const ticket = await this.store.create(DRAFT, toBody(this.form, this.uploads.ids()));
      this.drafts.clear(DRAFT);
      this.drafts.clear(FILES);
      this.notices.done(this.transloco.translate('ticket.new.done', { key: ticket.ticket_id }));
      await this.router.navigate(['/tickets', ticket.ticket_id], { replaceUrl: true });
    });
  }
}
