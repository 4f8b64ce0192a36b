import { Injectable, inject } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { TranslocoService } from '@jsverse/transloco';

const PRODUCT = 'JeyaRamaDesk';

/** A route's `title` is a key of the strings; a page that shows one thing names it itself with `show`. */
@Injectable({ providedIn: 'root' })
export class PageTitle extends TitleStrategy {
  private readonly title = inject(Title);
  private readonly transloco = inject(TranslocoService);

  override updateTitle(snapshot: RouterStateSnapshot): void {
    const key = this.buildTitle(snapshot);
    this.show(key ? this.transloco.translate(key) : '');
  }

  show(text: string): void {
    this.title.setTitle(text ? `${text} · ${PRODUCT}` : PRODUCT);
  }
}
