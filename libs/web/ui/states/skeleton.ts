import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';

/** The shape of what is being loaded: rows of a list, lines of a text, or cards. */
@Component({
  selector: 'desk-skeleton',
  imports: [TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[class]': 'kind()', role: 'status' },
  template: `
    <span class="visually-hidden">{{ 'ui.loading' | transloco }}</span>
    @for (line of lines(); track line) {
      <span class="bone"></span>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 16px;
      animation: desk-appear 200ms 150ms ease-out both;
    }

    .bone {
      height: 16px;
      border-radius: var(--desk-radius-small);
      background: var(--desk-hover);
      animation: desk-breathe 1.6s ease-in-out infinite;
    }

    :host(.rows) {
      gap: 8px;
    }

    :host(.rows) .bone {
      height: calc(var(--desk-row) - 8px);
    }

    :host(.text) .bone:nth-child(3n + 1) {
      width: 62%;
    }

    :host(.cards) .bone {
      height: 120px;
      border-radius: var(--desk-radius-large);
    }
  `,
})
export class Skeleton {
  readonly kind = input<'rows' | 'text' | 'cards'>('rows');
  readonly count = input(6);
  protected readonly lines = computed(() => Array.from({ length: this.count() }, (_, line) => line));
}
