import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { type SortColumn, type SortDirection, type TicketSort } from './ticket-filter';

/** In the head of a column that sorts: the first press descends, as the newest and most urgent matter most. */
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
export class SortHead {
  readonly column = input.required<SortColumn>();
  readonly direction = input.required<SortDirection | null>();
  readonly sorted = output<TicketSort>();

  protected readonly next = computed<TicketSort>(() =>
    this.direction() === 'descending' ? this.column() : `-${this.column()}`,
  );
}
