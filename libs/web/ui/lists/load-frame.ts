import { ChangeDetectionStrategy, Component, booleanAttribute, input } from '@angular/core';
import { MatProgressBar } from '@angular/material/progress-bar';
import { type UrlTree } from '@angular/router';
import { type Loadable } from '@desk/web/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { ErrorState } from '../states/error-state';
import { Skeleton } from '../states/skeleton';

/**
 * Around whatever a page loads: skeleton first, then the content; a failure shows itself with a retry in the place of the
 * content, or above it when there is something older to look at. The content asks `source.value()` itself.
 */
@Component({
  selector: 'desk-load-frame',
  imports: [ErrorState, MatProgressBar, Skeleton, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[attr.aria-busy]': 'source().isLoading() || source().isRefreshing()' },
  template: `
    @if (source().isRefreshing()) {
      <mat-progress-bar mode="indeterminate" />
    }
    @if (source().problem(); as problem) {
      <desk-error-state
        [isPage]="isPage() && source().value() === undefined"
        [problem]="problem"
        [back]="back()"
        (retry)="source().reload()"
      />
    }
    @if (source().isLoading()) {
      @if (isPage()) {
        <h1 class="visually-hidden">{{ 'ui.loading' | transloco }}</h1>
      }
      <desk-skeleton [kind]="skeleton()" [count]="count()" />
    } @else if (source().value() !== undefined) {
      <ng-content />
    }
  `,
  styles: `
    :host {
      display: block;
      position: relative;
    }

    mat-progress-bar {
      position: absolute;
      top: -2px;
      z-index: 2;
      height: 2px;
    }
  `,
})
export class LoadFrame {
  readonly source = input.required<Loadable<unknown>>();
  readonly skeleton = input<'rows' | 'text' | 'cards'>('rows');
  readonly count = input(6);
  /** The whole page is in here, with its heading. */
  readonly isPage = input(false, { transform: booleanAttribute });
  /** The way out of a page that is not there. */
  readonly back = input<string | UrlTree>();
}
