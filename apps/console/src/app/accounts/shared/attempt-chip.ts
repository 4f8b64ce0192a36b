import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { type LoginAuditView } from '@desk/web/api-client';
import { type IconName } from '@desk/web/ui';
import { TranslocoPipe } from '@jsverse/transloco';

type Status = LoginAuditView['status'];

const ICONS: Record<Status, IconName> = { success: 'login', failed: 'error', locked: 'lock' };

/** How an attempt to sign in ended. */
@Component({
  selector: 'desk-attempt-chip',
  imports: [MatIcon, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[class]': "'desk-chip ' + status()" },
  template: `<mat-icon [svgIcon]="icon()" />{{ 'people.audit.status.' + status() | transloco }}`,
  styles: `
    @each $status, $meaning in (success: success, failed: warning, locked: danger) {
      :host(.#{$status}) {
        background: var(--desk-#{$meaning}-soft);
        color: var(--desk-#{$meaning});
      }
    }
  `,
})
export class AttemptChip {
  readonly status = input.required<Status>();
  protected readonly icon = computed(() => ICONS[this.status()]);
}
