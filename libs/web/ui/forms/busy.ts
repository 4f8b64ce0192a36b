import { Directive, booleanAttribute, input } from '@angular/core';

/** On a submit button whose form the server must answer: a spinner in its place, no second submit, its size kept. */
@Directive({
  selector: 'button[deskBusy]',
  host: {
    '[class.desk-busy]': 'deskBusy()',
    '[attr.aria-busy]': 'deskBusy()',
    '[attr.aria-disabled]': 'deskBusy() || null',
    '(click)': 'swallow($event)',
  },
})
export class Busy {
  readonly deskBusy = input.required({ transform: booleanAttribute });

  /** Not the disabled attribute: the button keeps the focus while it waits. */
  protected swallow(event: Event): void {
    if (this.deskBusy()) event.preventDefault();
  }
}
