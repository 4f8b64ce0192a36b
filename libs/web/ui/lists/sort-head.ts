import { ChangeDetectionStrategy, Component, booleanAttribute, computed, input, output } from '@angular/core';
import { MatIcon } from '@angular/material/icon';

export type SortDirection = 'ascending' | 'descending';

/** How a column sorts a list by `sort`, for `aria-sort`. */
export function directionOf(sort: string, column: string): SortDirection | null {
  if (sort === column) return 'ascending';
  return sort === `-${column}` ? 'descending' : null;
}

/**
 * In the head of a column that sorts: the first press descends, as the newest and most urgent matter most; of names it
 * ascends.
 */
@Component({
  selector: 'desk-sort-head',
  imports: [MatIcon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <button type="button" (click)="sorted.emit(next())">
      <ng-content />
      @if (direction(); as way) {
        <mat-icon [svgIcon]="way === 'ascending' ? 'keyboard_arrow_up' : 'keyboard_arrow_down'" />
      }
    </button>
  `,
  styles: `
    button {
      display: inline-flex;
      align-items: center;
      gap: 4px;
      padding: 0;
      border: 0;
      background: none;
      color: inherit;
      font: inherit;
      cursor: pointer;

      &:hover {
        color: var(--desk-ink);
      }
    }

    .mat-icon.mat-icon {
      width: 16px;
      height: 16px;
    }
  `,
})
export class SortHead<C extends string> {
  readonly column = input.required<C>();
  readonly direction = input.required<SortDirection | null>();
  readonly ascendsFirst = input(false, { transform: booleanAttribute });
  readonly sorted = output<C | `-${C}`>();

  protected readonly next = computed<C | `-${C}`>(() => {
    const direction = this.direction();
    const ascends = direction === null ? this.ascendsFirst() : direction === 'descending';
    return ascends ? this.column() : `-${this.column()}`;
  });
}
