import { Directive, ElementRef, afterRenderEffect, inject, input } from '@angular/core';

/** On a conversation, with how many entries it has: the newest of them is on the screen once they are there. */
@Directive({ selector: '[deskOpensAtEnd]' })
export class OpensAtEnd {
  private readonly list = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private wasEmpty = true;

  readonly count = input.required<number>({ alias: 'deskOpensAtEnd' });

  constructor() {
    afterRenderEffect(() => {
      const isEmpty = this.count() === 0;
      // As far as needed: the end of it, or the beginning of what is longer than the screen.
      if (this.wasEmpty && !isEmpty) this.list.lastElementChild?.scrollIntoView({ block: 'nearest' });
      this.wasEmpty = isEmpty;
    });
  }
}
