import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { MatTooltip } from '@angular/material/tooltip';
import { Formats, TickingClock, countdown } from '@desk/web/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { SLA_ICONS, type SlaClock, slaState } from './sla-state';

const HOUR_MS = 3_600_000;

/** How much time a promise still has: a countdown to the second in its last hour, with colour, icon and words. */
@Component({
  selector: 'desk-sla-chip',
  imports: [MatIcon, MatTooltip, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (state(); as state) {
      <span class="desk-chip" [class]="state" [matTooltip]="dueAt()">
        <mat-icon [svgIcon]="icons[state]" />{{ 'ui.sla.' + state | transloco: { time: time() } }}
      </span>
    }
  `,
  styles: `
    span {
      background: var(--desk-sunken);
      color: var(--desk-muted);
      font-variant-numeric: tabular-nums;
    }

    .met {
      background: var(--desk-success-soft);
      color: var(--desk-success);
    }

    .soon {
      background: var(--desk-warning-soft);
      color: var(--desk-warning);
    }

    .breached {
      background: var(--desk-danger-soft);
      color: var(--desk-danger);
    }
  `,
})
export class SlaChip {
  private readonly clock = inject(TickingClock);
  private readonly formats = inject(Formats);

  readonly due = input.required<string | null>();
  readonly met = input<string | null>(null);
  readonly isPaused = input(false);
  readonly remainingMs = input<number | null>(null);

  protected readonly icons = SLA_ICONS;
  private readonly promise = computed<SlaClock>(() => ({
    due: this.due(),
    met: this.met(),
    isPaused: this.isPaused(),
  }));
  /** Seconds only where seconds are shown: a list of far deadlines is drawn again once a minute. */
  private readonly now = computed(() => {
    const due = this.due();
    const minute = this.clock.minute();
    const isNear = due !== null && Math.abs(new Date(due).getTime() - minute) < HOUR_MS + 60_000;
    return isNear && !this.met() ? this.clock.second() : minute;
  });
  protected readonly state = computed(() => slaState(this.promise(), this.now()));
  protected readonly time = computed(() => {
    const due = this.due();
    if (!due) return '';
    const reference = this.met() ? new Date(this.met() ?? due).getTime() : this.now();
    return countdown(this.isPaused() ? (this.remainingMs() ?? 0) : new Date(due).getTime() - reference);
  });
  protected readonly dueAt = computed(() => this.formats.absolute(this.due() ?? 0));
}
