import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormField } from '@angular/material/form-field';
import { MatOption, MatSelect } from '@angular/material/select';
import { MAX_ESCALATION_LEVEL, PRIORITIES, TICKET_STATUSES } from '@desk/contracts';
import { Session } from '@desk/web/core';
import { Confirm } from '@desk/web/ui';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { type TicketDetail } from '../api/ticket-types';
import { TicketStore } from './ticket-store';

@Component({
  selector: 'desk-ticket-properties',
  imports: [MatButton, MatFormField, MatOption, MatSelect, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'desk-card' },
  templateUrl: './ticket-properties.html',
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 12px;
    }
  `,
})
export class TicketProperties {
  private readonly confirm = inject(Confirm);
  private readonly transloco = inject(TranslocoService);
  protected readonly store = inject(TicketStore);
  private readonly session = inject(Session);

  readonly ticket = input.required<TicketDetail>();

  protected readonly statuses = TICKET_STATUSES;
  protected readonly priorities = PRIORITIES;
  /** The one chosen stays among the choices, even when it is no longer offered to others. */
  protected readonly agents = computed(() =>
    withChosen(this.store.agents.value(), this.ticket().assigned_agent),
  );
  protected readonly categories = computed(() =>
    withChosen(this.store.categories.value(), this.ticket().category),
  );
  protected readonly isMine = computed(() => this.ticket().assigned_agent?.id === this.session.user()?.id);
  protected readonly level = computed(() => this.ticket().escalation_level ?? 0);
  protected readonly mayRise = computed(() => this.level() < MAX_ESCALATION_LEVEL);

  protected async escalate(): Promise<void> {
    const sure = await this.confirm.ask({
      heading: this.transloco.translate('ticket.page.escalateHeading'),
      text: this.transloco.translate('ticket.page.escalateText'),
      action: this.transloco.translate('ticket.page.escalate'),
    });
    if (sure) await this.store.escalate();
  }
}

function withChosen<T extends { id: string | number }>(offered: readonly T[] = [], chosen: T | null): T[] {
  return chosen && !offered.some(({ id }) => id === chosen.id) ? [chosen, ...offered] : [...offered];
}
