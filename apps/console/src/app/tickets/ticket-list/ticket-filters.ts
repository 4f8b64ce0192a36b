import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatButtonToggle, MatButtonToggleGroup } from '@angular/material/button-toggle';
import { MatFormField } from '@angular/material/form-field';
import { MatOption, MatSelect } from '@angular/material/select';
import { PRIORITIES, TICKET_STATUSES } from '@desk/contracts';
import { TranslocoPipe } from '@jsverse/transloco';
import { PersonFilter } from './person-filter';
import { ASSIGNMENTS, type TicketFilter } from './ticket-filter';

@Component({
  selector: 'desk-ticket-filters',
  imports: [
    MatButtonToggle,
    MatButtonToggleGroup,
    MatFormField,
    MatOption,
    MatSelect,
    PersonFilter,
    TranslocoPipe,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <mat-button-toggle-group
      hideSingleSelectionIndicator
      [attr.aria-label]="'ticket.list.assigned' | transloco"
      [value]="filter().assigned"
      (change)="changed.emit({ assigned: $event.value })"
    >
      @for (assignment of assignments; track assignment) {
        <mat-button-toggle [value]="assignment">
          {{ 'ticket.list.assignment.' + assignment | transloco }}
        </mat-button-toggle>
      }
    </mat-button-toggle-group>
    @if (agent(); as id) {
      <desk-person-filter
        label="ticket.agent"
        [personId]="id"
        (removed)="changed.emit({ assigned: 'all' })"
      />
    }
    @if (filter().customer; as id) {
      <desk-person-filter
        label="ticket.customer"
        [personId]="id"
        (removed)="changed.emit({ customer: '' })"
      />
    }
    <mat-form-field>
      <mat-select
        multiple
        [aria-label]="'ticket.status' | transloco"
        [placeholder]="'ticket.list.anyStatus' | transloco"
        [value]="filter().status"
        (selectionChange)="changed.emit({ status: $event.value })"
      >
        @for (status of statuses; track status) {
          <mat-option [value]="status">{{ 'ui.status.' + status | transloco }}</mat-option>
        }
      </mat-select>
    </mat-form-field>
    <mat-form-field>
      <mat-select
        multiple
        [aria-label]="'ticket.priority' | transloco"
        [placeholder]="'ticket.list.anyPriority' | transloco"
        [value]="filter().priority"
        (selectionChange)="changed.emit({ priority: $event.value })"
      >
        @for (priority of priorities; track priority) {
          <mat-option [value]="priority">{{ 'ui.priority.' + priority | transloco }}</mat-option>
        }
      </mat-select>
    </mat-form-field>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px;
    }

    mat-form-field {
      width: 160px;
    }
  `,
})
export class TicketFilters {
  readonly filter = input.required<TicketFilter>();
  readonly changed = output<Partial<TicketFilter>>();

  protected readonly assignments = ASSIGNMENTS;
  /** When it is one agent that is asked for. */
  protected readonly agent = computed(() => {
    const { assigned } = this.filter();
    return ASSIGNMENTS.some((known) => known === assigned) ? '' : assigned;
  });
  protected readonly statuses = TICKET_STATUSES;
  protected readonly priorities = PRIORITIES;
}
