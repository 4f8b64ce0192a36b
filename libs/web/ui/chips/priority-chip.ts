import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { type Priority } from '@desk/contracts';
import { TranslocoPipe } from '@jsverse/transloco';
import { type IconName } from '../icons/icon-name';

export const PRIORITY_ICONS: Record<Priority, IconName> = {
  low: 'keyboard_arrow_down',
  medium: 'remove',
  high: 'keyboard_arrow_up',
  urgent: 'keyboard_double_arrow_up',
};

/** Without a ground, so that it stays quiet beside the status. */
@Component({
  selector: 'desk-priority-chip',
  imports: [MatIcon, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[class]': "'desk-chip ' + priority()" },
  template: `<mat-icon [svgIcon]="icon()" />{{ 'ui.priority.' + priority() | transloco }}`,
  styles: `
    :host {
      padding-inline: 0;
    }

    @each $priority in low medium high urgent {
      :host(.#{$priority}) {
        color: var(--desk-priority-#{$priority});
      }
    }
  `,
})
export class PriorityChip {
  readonly priority = input.required<Priority>();
  protected readonly icon = computed(() => PRIORITY_ICONS[this.priority()]);
}
