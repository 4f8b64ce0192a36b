import { ChangeDetectionStrategy, Component, type ElementRef, input, viewChild } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink, type UrlTree } from '@angular/router';
import { WAY_BACK } from '@desk/web/core';
import { TranslocoPipe } from '@jsverse/transloco';

/** The page's only h1, a line about it, a way back, and its actions (content). */
@Component({
  selector: 'desk-page-header',
  imports: [MatIcon, MatIconButton, RouterLink, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (back(); as link) {
      <a matIconButton [routerLink]="link" [info]="wayBack" [attr.aria-label]="'ui.back' | transloco">
        <mat-icon svgIcon="arrow_back" />
      </a>
    }
    <div class="words">
      <h1 #title tabindex="-1" [title]="heading()">
        <bdi>{{ heading() }}</bdi>
      </h1>
      @if (subtitle(); as text) {
        <p>{{ text }}</p>
      }
    </div>
    <div class="actions"><ng-content /></div>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: flex-start;
      gap: 12px 16px;
    }

    /* The arrow is level with the first line, and its own edge with what is below. */
    a {
      margin-block: calc((28px - var(--mat-icon-button-state-layer-size)) / 2);
      margin-inline: calc((16px - var(--mat-icon-button-state-layer-size)) / 2) -6px;
    }

    .words {
      /* What does not fit beside most of a line goes below. */
      flex: 1 1 50%;
      min-width: 160px;
      overflow-wrap: anywhere;
    }

    /* A customer's title may be as long as a screen of a phone. */
    h1 {
      display: -webkit-box;
      overflow: hidden;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 3;
      line-clamp: 3;
    }

    /* A tap shows the rest, where nothing hovers. */
    h1:focus {
      -webkit-line-clamp: none;
      line-clamp: none;
    }

    p {
      color: var(--desk-muted);
    }

    .actions {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px;
      min-height: 36px;
      /* A button is higher than the first line, whose middle is its own. */
      margin-block: -4px;
    }

    .actions:empty {
      display: none;
    }
  `,
})
export class PageHeader {
  readonly heading = input.required<string>();
  readonly subtitle = input<string>();
  readonly back = input<string | readonly unknown[] | UrlTree>();

  protected readonly wayBack = WAY_BACK;
  private readonly title = viewChild.required<ElementRef<HTMLElement>>('title');

  /** Where the focus goes when the button that had it goes away with what it did. */
  focus(): void {
    this.title().nativeElement.focus({ preventScroll: true });
  }
}
