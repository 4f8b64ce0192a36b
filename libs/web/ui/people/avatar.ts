import { ChangeDetectionStrategy, Component, computed, input, linkedSignal } from '@angular/core';

const TINTS = 6;

/** A person's picture, else their initials on a ground that is always the same for the same name. */
@Component({
  selector: 'desk-avatar',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[class]': "size() + ' tint-' + tint()", 'aria-hidden': 'true' },
  template: `
    @if (picture(); as address) {
      <img [src]="address" alt="" (error)="picture.set(null)" />
    } @else {
      {{ letters() }}
    }
  `,
  styles: `
    :host {
      display: inline-grid;
      place-items: center;
      flex: none;
      width: 32px;
      height: 32px;
      overflow: hidden;
      border-radius: 50%;
      color: var(--desk-ink);
      font-size: var(--desk-text-small);
      font-weight: 600;
      unicode-bidi: plaintext;
      user-select: none;
    }

    :host(.small) {
      width: 24px;
      height: 24px;
      font-size: 10px;
    }

    :host(.large) {
      width: 56px;
      height: 56px;
      font-size: var(--desk-text-heading);
    }

    img {
      width: 100%;
      height: 100%;
      object-fit: cover;
    }

    @for $tint from 1 through 6 {
      :host(.tint-#{$tint}) {
        background: var(--desk-person-#{$tint});
      }
    }
  `,
})
export class Avatar {
  readonly name = input.required<string>();
  readonly initials = input<string>();
  readonly url = input<string | null>(null);
  readonly size = input<'small' | 'medium' | 'large'>('medium');

  /** A picture that cannot be loaded gives way to the letters. */
  protected readonly picture = linkedSignal(() => this.url());
  protected readonly letters = computed(() => this.initials() || initialsOf(this.name()));
  protected readonly tint = computed(
    () => ([...this.name()].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % TINTS) + 1,
  );
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
  return letters.map((word) => word?.charAt(0).toUpperCase() ?? '').join('');
}
