import { DestroyRef, Directive, ElementRef, inject } from '@angular/core';
import { MatSelect } from '@angular/material/select';

/**
 * On a select: Enter right behind a letter chooses what the letters name. Material waits a moment for another letter
 * and lets such an Enter go by, and whatever is typed after it goes into the list that is still open.
 */
@Directive({ selector: 'mat-select[deskPrompt]' })
export class PromptSelect {
  private readonly select = inject(MatSelect);
  private letters = '';

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const press = (event: KeyboardEvent): void => this.press(event);
    // Before the select's own listener.
    host.addEventListener('keydown', press, { capture: true });
    inject(DestroyRef).onDestroy(() => host.removeEventListener('keydown', press, { capture: true }));
  }

  private press(event: KeyboardEvent): void {
    const manager = this.select._keyManager;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key.length === 1) {
      this.letters = manager.isTyping() ? this.letters + event.key : event.key;
    } else if (event.key === 'Enter' && this.select.panelOpen && manager.isTyping()) {
      // Else the letters would choose once more when their moment is over.
      manager.cancelTypeahead();
      const named = this.named(manager.activeItemIndex ?? -1);
      if (named === undefined) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      named._selectViaInteraction();
    }
  }

  /** The next one behind the place where the list is, as Material counts. */
  private named(place: number) {
    const options = this.select.options.toArray();
    const wanted = this.letters.toLocaleUpperCase();
    return [...options.slice(place + 1), ...options.slice(0, place + 1)].find(
      ({ disabled, viewValue }) => !disabled && viewValue.trim().toLocaleUpperCase().startsWith(wanted),
    );
  }
}
