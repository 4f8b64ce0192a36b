import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  DestroyRef,
  booleanAttribute,
  computed,
  inject,
  input,
  output,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink, type UrlTree } from '@angular/router';
import { type Problem } from '@desk/web/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { problemKey } from './problem-key';
import { ProblemWords } from './problem-words';

/** Something could not be loaded: what happened, another try, and the id that support can look up. */
@Component({
  selector: 'desk-error-state',
  imports: [MatButton, MatIcon, ProblemWords, RouterLink, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'alert' },
  template: `
    <span class="ground failed"><mat-icon [svgIcon]="problem().isOffline ? 'cloud_off' : 'error'" /></span>
    @if (isPage()) {
      <h1>{{ key() + '.title' | transloco }}</h1>
    } @else {
      <h2>{{ key() + '.title' | transloco }}</h2>
    }
    <p>{{ problem() | problemWords }}</p>
    @if (canRetry()) {
      <div class="actions">
        <button matButton="outlined" type="button" (click)="tryAgain()">
          <mat-icon svgIcon="refresh" />{{ 'ui.retry' | transloco }}
        </button>
      </div>
    } @else if (back(); as link) {
      <div class="actions">
        <a matButton="outlined" [routerLink]="link">
          <mat-icon svgIcon="arrow_back" />{{ 'ui.back' | transloco }}
        </a>
      </div>
    }
    @if (problem().requestId; as id) {
      <p class="request">{{ 'ui.requestId' | transloco: { id } }}</p>
    }
  `,
  styleUrl: './state.scss',
})
export class ErrorState {
  readonly problem = input.required<Problem>();
  /** All that the page says: then its heading is the page's own. */
  readonly isPage = input(false, { transform: booleanAttribute });
  /** Where to go when another try is of no use. */
  readonly back = input<string | UrlTree>();
  readonly retry = output();

  protected readonly key = computed(() => problemKey(this.problem()));
  protected readonly canRetry = computed(() => ![403, 404].includes(this.problem().status));

  private readonly document = inject(DOCUMENT);
  private isTrying = false;

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      if (this.isTrying) this.keepFocus();
    });
  }

  protected tryAgain(): void {
    this.isTrying = true;
    this.retry.emit();
  }

  /** The button is gone with the problem, and what had the focus with it: then the page itself gets it. */
  private keepFocus(): void {
    const { activeElement, body } = this.document;
    if (activeElement === body)
      this.document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
  }
}
