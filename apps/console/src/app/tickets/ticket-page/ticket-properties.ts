import { ChangeDetectionStrategy, Component, computed, inject, input, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatFormField } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatOption, MatSelect } from '@angular/material/select';
import { RouterLink } from '@angular/router';
import { MAX_ESCALATION_LEVEL, PRIORITIES, TICKET_STATUSES } from '@desk/contracts';
import { type TicketDetailView } from '@desk/web/api-client';
import { CommandRegistry, Session, isolated, openerOf } from '@desk/web/core';
import { Avatar, Isolate, PromptSelect } from '@desk/web/ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { asapScheduler, filter, firstValueFrom, merge, observeOn, take } from 'rxjs';
import { EscalateDialog } from './escalate-dialog';
import { TagEditor } from '../shared/tag-editor';
import { TicketChoices } from '../shared/ticket-choices';
import { propertyCommands } from './ticket-commands';
import { TicketStore } from './ticket-store';

@Component({
  selector: 'desk-ticket-properties',
  imports: [
    Avatar,
    Isolate,
    MatButton,
    MatFormField,
    MatIcon,
    MatOption,
    MatSelect,
    PromptSelect,
    RouterLink,
    TagEditor,
    TranslocoPipe,
  ],
  providers: [TicketChoices],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './ticket-properties.html',
  styleUrl: './ticket-properties.scss',
})
export class TicketProperties {
  private readonly dialog = inject(MatDialog);
  private readonly choices = inject(TicketChoices);
  private readonly session = inject(Session);
  protected readonly store = inject(TicketStore);

  readonly ticket = input.required<TicketDetailView>();

  protected readonly statuses = TICKET_STATUSES;
  protected readonly priorities = PRIORITIES;
  /** The one chosen stays among the choices, even when it is no longer offered to others. */
  protected readonly agents = computed(() =>
    withChosen(this.choices.agents.value(), this.ticket().assigned_agent),
  );
  protected readonly categories = computed(() =>
    withChosen(this.choices.categories.value(), this.ticket().category),
  );
  protected readonly isMine = computed(() => this.ticket().assigned_agent?.id === this.session.user()?.id);
  protected readonly level = computed(() => this.ticket().escalation_level ?? 0);
  protected readonly mayRise = computed(() => this.level() < MAX_ESCALATION_LEVEL);

  protected readonly source = computed(() => {
    const { source } = this.ticket();
    return source === 'web' && openerOf(this.ticket()) ? 'console' : source;
  });
  /** Names for a sentence: who opened it, and for whom where that is somebody else. */
  protected readonly origin = computed(() => {
    const { created_by, customer } = this.ticket();
    const by = created_by && isolated(created_by.name);
    return by && { by, customer: openerOf(this.ticket()) && customer && isolated(customer.name) };
  });

  private readonly status = viewChild.required<MatSelect>('status');
  private readonly priority = viewChild.required<MatSelect>('priority');
  private readonly agent = viewChild.required<MatSelect>('agent');
  private readonly tagEditor = viewChild.required(TagEditor);

  constructor() {
    inject(CommandRegistry).register(
      propertyCommands({
        openStatus: () => openField(this.status()),
        openPriority: () => openField(this.priority()),
        openAgent: () => openField(this.agent()),
        focusTags: () => this.tagEditor().focus(),
        claim: () => this.claim(),
        mayClaim: () => !this.isMine(),
        escalate: () => void this.escalate(),
        mayEscalate: () => this.mayRise(),
      }),
    );
  }

  protected moveTo(categoryId: number | null): void {
    const category = this.categories().find(({ id }) => id === categoryId) ?? null;
    void this.store.change({ category: categoryId }, { category });
  }

  protected tag(names: string[]): void {
    const colors = new Map(this.ticket().tags.map(({ name, color }) => [name, color]));
    const tags = names.map((name) => ({ name, color: colors.get(name) ?? '' }));
    void this.store.change({ tags: names }, { tags });
  }

  /** From somebody else it is a plain reassignment: `me` would be refused. */
  protected claim(): void {
    const me = this.session.user()?.id;
    if (me) void this.store.assign(this.ticket().assigned_agent ? me : 'me');
  }

  protected async escalate(): Promise<void> {
    const opened = this.dialog.open<EscalateDialog, undefined, string>(EscalateDialog, {
      width: 'min(440px, 92vw)',
      ariaModal: true,
    });
    const reason = await firstValueFrom(opened.afterClosed());
    if (reason !== undefined) await this.store.escalate(reason);
  }
}

function withChosen<T extends { id: string | number }>(offered: readonly T[] = [], chosen: T | null): T[] {
  return chosen && !offered.some(({ id }) => id === chosen.id) ? [chosen, ...offered] : [...offered];
}

/** With the focus in it, so that the next key chooses; afterwards the keys are the page's again. */
function openField(field: MatSelect): void {
  const host = field._elementRef.nativeElement as HTMLElement;
  field.focus();
  field.open();
  const closed = field.openedChange.pipe(filter((isOpen) => !isOpen));
  // At once when something is chosen: the list is still fading then, and its letters would choose again.
  merge(field.valueChange, closed)
    .pipe(take(1), observeOn(asapScheduler))
    .subscribe(() => host.blur());
}
