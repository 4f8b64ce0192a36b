import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';

const IS_MAC = /Mac OS|iPhone|iPad/.test(navigator.userAgent);
const SYMBOLS: Record<string, string> = IS_MAC
  ? { Mod: '⌘', Alt: '⌥', Shift: '⇧', Enter: '↵' }
  : { Mod: 'Ctrl', Enter: '↵' };

/** A shortcut as keys to look at: `g i` is two presses, `Mod+k` one of two keys. */
@Component({
  selector: 'desk-shortcut-keys',
  imports: [TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @for (press of presses(); track $index; let isFirst = $first) {
      @if (!isFirst) {
        <span class="then">{{ 'ui.help.then' | transloco }}</span>
      }
      @for (key of press; track $index) {
        <kbd>{{ key }}</kbd>
      }
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 4px;
    }

    .then {
      color: var(--desk-muted);
      font-size: var(--desk-text-small);
    }
  `,
})
export class ShortcutKeys {
  readonly keys = input.required<string>();

  protected readonly presses = computed(() =>
    this.keys()
      .split(' ')
      .map((press) =>
        press.split('+').map((key) => SYMBOLS[key] ?? (key.length === 1 ? key.toUpperCase() : key)),
      ),
  );
}
