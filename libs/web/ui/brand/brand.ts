import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** The mark, with the product's name beside it unless there is no room. */
@Component({
  selector: 'desk-brand',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <rect class="desk-mark-ground" width="32" height="32" rx="9" />
      <path
        class="desk-mark-shape"
        d="M11 8h10a4 4 0 0 1 4 4v6a4 4 0 0 1-4 4h-5.2l-4.3 3.4c-.6.5-1.5.1-1.5-.7V22a4 4 0 0 1-3-4v-6a4 4 0 0 1 4-4z"
      />
      <path class="desk-mark-line" d="M12 13.2h8M12 17.2h4.6" />
    </svg>
    <span [class.visually-hidden]="markOnly()">JeyaRamaDesk</span>
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 8px;
      color: var(--desk-ink);
      font-weight: 600;
      letter-spacing: -0.01em;
    }

    svg {
      width: 32px;
      height: 32px;
    }
  `,
})
export class Brand {
  readonly markOnly = input(false);
}
