import { ChangeDetectionStrategy, Component, computed, inject, input, untracked } from '@angular/core';
import { MatTooltip } from '@angular/material/tooltip';
import { Formats, type Instant, TickingClock } from '@desk/web/core';

/** “5 minutes ago”; on hover the absolute time in the person's own zone. */
@Component({
  selector: 'desk-time',
  imports: [MatTooltip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<time [attr.datetime]="machine()" [matTooltip]="absolute()">{{ words() }}</time>`,
  styles: `
    :host {
      white-space: nowrap;
    }
  `,
})
export class TimeAgo {
  private readonly formats = inject(Formats);
  private readonly clock = inject(TickingClock);

  readonly value = input.required<Instant>();

  protected readonly machine = computed(() => new Date(this.value()).toISOString());
  protected readonly absolute = computed(() => this.formats.absolute(this.value()));
  protected readonly words = computed(() => {
    // Told anew once a minute, but by the second: a floored minute would make it younger than it is.
    this.clock.minute();
    return this.formats.relative(this.value(), untracked(this.clock.second));
  });
}
