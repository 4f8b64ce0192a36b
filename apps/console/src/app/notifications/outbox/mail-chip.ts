import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { type IconName } from '@desk/web/ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { type MailState } from './outbox-filter';

const ICONS: Record<MailState, IconName> = {
  kept: 'inbox',
  queued: 'hourglass_top',
  sent: 'check_circle',
  failed: 'error',
};

@Component({
  selector: 'desk-mail-chip',
  imports: [MatIcon, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[class]': "'desk-chip ' + state()" },
  template: `<mat-icon [svgIcon]="icon()" />{{ 'outbox.states.' + state() | transloco }}`,
  styles: `
    @each $state, $look in (kept: status-open, queued: warning, sent: success, failed: danger) {
      :host(.#{$state}) {
        background: var(--desk-#{$look}-soft);
        color: var(--desk-#{$look});
      }
    }
  `,
})
export class MailChip {
  readonly state = input.required<MailState>();
  protected readonly icon = computed(() => ICONS[this.state()]);
}
