import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { type UserView } from '@desk/web/api-client';
import { TranslocoPipe } from '@jsverse/transloco';

const ICONS = { active: 'check_circle', invited: 'mail', inactive: 'cancel' } as const;

/** Whether somebody can sign in, or will. */
@Component({
  selector: 'desk-active-state',
  imports: [MatIcon, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[class]': "'desk-chip ' + state()" },
  template: ` <mat-icon [svgIcon]="icon()" />{{ 'people.states.' + state() | transloco }} `,
  styles: `
    /* Most are: only who is not stands out. */
    :host(.active) {
      padding-inline: 0;
      color: var(--desk-muted);
    }

    :host(.invited) {
      background: var(--desk-accent-soft);
      color: var(--desk-on-accent-soft);
    }

    :host(.inactive) {
      background: var(--desk-status-closed-soft);
      color: var(--desk-status-closed);
    }
  `,
})
export class ActiveState {
  readonly person = input.required<Pick<UserView, 'is_active' | 'is_invited'>>();

  protected readonly state = computed(() => {
    const { is_active, is_invited } = this.person();
    if (is_active) return 'active';
    return is_invited ? 'invited' : 'inactive';
  });
  protected readonly icon = computed(() => ICONS[this.state()]);
}
