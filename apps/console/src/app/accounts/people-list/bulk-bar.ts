import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatProgressBar } from '@angular/material/progress-bar';
import { TranslocoPipe } from '@jsverse/transloco';

/** What can be done with the chosen people, and how far it is. */
@Component({
  selector: 'desk-bulk-bar',
  imports: [MatButton, MatIcon, MatIconButton, MatProgressBar, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (progress(); as now) {
      <span role="status">{{ 'people.bulk.progress' | transloco: now }}</span>
      <mat-progress-bar
        mode="determinate"
        [value]="(100 * now.done) / now.total"
        [attr.aria-label]="'people.bulk.progress' | transloco: now"
      />
    } @else {
      <span role="status">{{ 'ui.selection.count' | transloco: { count: count() } }}</span>
      <button matButton="outlined" type="button" (click)="activated.emit(true)">
        <mat-icon svgIcon="check_circle" />{{ 'people.bulk.activate' | transloco }}
      </button>
      <button matButton="outlined" type="button" (click)="activated.emit(false)">
        <mat-icon svgIcon="cancel" />{{ 'people.bulk.deactivate' | transloco }}
      </button>
      <button
        class="clear"
        matIconButton
        type="button"
        [attr.aria-label]="'ui.selection.clear' | transloco"
        (click)="cleared.emit()"
      >
        <mat-icon svgIcon="close" />
      </button>
    }
  `,
  styles: `
    :host {
      position: sticky;
      bottom: 8px;
      z-index: 2;
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px;
      min-height: 56px;
      margin-block-start: 8px;
      padding: 8px 8px 8px 16px;
      border: 1px solid var(--desk-line);
      border-radius: var(--desk-radius);
      background: var(--desk-raised);
      box-shadow: 0 4px 16px var(--desk-shadow);
    }

    span[role='status'] {
      margin-inline-end: 8px;
      font-weight: 500;
      font-variant-numeric: tabular-nums;
    }

    mat-progress-bar {
      flex: 1;
      min-width: 120px;
    }

    .clear {
      margin-inline-start: auto;
    }

    @media (width < 600px) {
      span[role='status'] {
        flex: 1 1 60%;
      }

      .clear {
        order: 1;
      }

      button[matButton] {
        flex: 1 1 auto;
        order: 2;
      }
    }
  `,
})
export class BulkBar {
  readonly count = input.required<number>();
  readonly progress = input<{ done: number; total: number } | null>(null);
  readonly activated = output<boolean>();
  readonly cleared = output();
}
