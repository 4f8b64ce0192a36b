import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { type TicketStatus } from '@desk/contracts';
import { TranslocoPipe } from '@jsverse/transloco';
import { type IconName } from '../icons/icon-name';

export const STATUS_ICONS: Record<TicketStatus, IconName> = {
  open: 'radio_button_unchecked',
  in_progress: 'contrast',
  pending: 'pause_circle',
  resolved: 'check_circle',
  closed: 'cancel',
};

@Component({
  selector: 'desk-status-chip',
  imports: [MatIcon, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[class]': "'desk-chip ' + status()" },
  template: `<mat-icon [svgIcon]="icon()" />{{ 'ui.status.' + status() | transloco }}`,
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
export class StatusChip {
  readonly status = input.required<TicketStatus>();
  protected readonly icon = computed(() => STATUS_ICONS[this.status()]);
}
