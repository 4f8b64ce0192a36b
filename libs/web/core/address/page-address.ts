import { DOCUMENT, Injectable, inject } from '@angular/core';
import { type AppKind } from './app-kind';
import { URL_PREFIX } from './url-prefix';

/** Full page loads: from one application to the other, and wherever nothing of the last person may stay in memory. */
@Injectable({ providedIn: 'root' })
export class PageAddress {
  private readonly document = inject(DOCUMENT);
  private readonly prefix = inject(URL_PREFIX);

  /** Opens a path (`/tickets/42`) in the given application. */
  open(app: AppKind, path: string): void {
    this.document.location.assign(this.of(app, path));
  }

  /** Leaves for another site, or for an address of ours that leads there. */
  leaveFor(url: string): void {
    this.document.location.assign(url);
  }

  reload(): void {
    this.document.location.reload();
  }

  of(app: AppKind, path: string): string {
    return `${this.prefix}${app === 'console' ? '/console' : ''}/${path.replace(/^\/+/, '')}`;
  }
}
