import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  afterNextRender,
  inject,
  input,
} from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { type IconName } from '@desk/web/ui';

/** What became of a mailed link, in place of the form: one sentence, and the way on (content). */
@Component({
  selector: 'desk-link-state',
  imports: [MatIcon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'status', tabindex: '-1' },
  template: `
    <mat-icon [svgIcon]="icon()" />
    <p>{{ text() }}</p>
    <ng-content />
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      align-items: flex-start;
      gap: 16px;
      overflow-wrap: anywhere;
    }

    mat-icon {
      color: var(--desk-accent);
    }
  `,
})
export class LinkState {
  readonly icon = input.required<IconName>();
  readonly text = input.required<string>();

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef);
    // The form that had the focus is gone.
    afterNextRender(() => host.nativeElement.focus({ preventScroll: true }));
  }
}
