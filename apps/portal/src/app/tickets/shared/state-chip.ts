import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { type TicketStatus } from '@desk/contracts';
import { STATUS_ICONS } from '@desk/web/ui';
import { TranslocoPipe } from '@jsverse/transloco';

/** How a request stands, in the words of the person who asked. */
@Component({
  selector: 'desk-state-chip',
  imports: [MatIcon, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[class]': "'desk-chip ' + status()" },
  template: `<mat-icon [svgIcon]="icon()" />{{ 'tickets.state.' + status() | transloco }}`,
  styles: `
    @each $status,
      $token in (open: open, in_progress: in-progress, pending: pending, resolved: resolved, closed: closed)
    {
      :host(.#{$status}) {
        background: var(--desk-status-#{$token}-soft);
        color: var(--desk-status-#{$token});
      }
    }
  `,
})
export class StateChip {
  readonly status = input.required<TicketStatus>();
  protected readonly icon = computed(() => STATUS_ICONS[this.status()]);
}
