import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  type ElementRef,
  inject,
  input,
  model,
  viewChild,
} from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { TranslocoPipe } from '@jsverse/transloco';

const SETTLE_MS = 250;

/**
 * Above a list: a search box that reports once typing settles, filters beside it (content) and, at the far end, actions
 * (content with the attribute `actions`).
 */
@Component({
  selector: 'desk-list-toolbar',
  imports: [MatIcon, MatIconButton, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './list-toolbar.html',
  styleUrl: './list-toolbar.scss',
})
export class ListToolbar {
  readonly search = model('');
  readonly placeholder = input<string>();
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  /** For the `/` shortcut of the page: the next key begins another search. */
  focus(): void {
    const box = this.box().nativeElement;
    box.focus();
    box.select();
  }

  protected typed(text: string): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.search.set(text.trim()), SETTLE_MS);
  }

  protected clear(): void {
    clearTimeout(this.timer);
    this.search.set('');
    this.box().nativeElement.value = '';
    this.box().nativeElement.focus();
  }
}
