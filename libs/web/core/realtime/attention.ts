import { DOCUMENT, Injectable, inject, signal } from '@angular/core';

/** Whether somebody may be looking at this page. */
@Injectable({ providedIn: 'root' })
export class Attention {
  private readonly document = inject(DOCUMENT);

  readonly isVisible = signal(!this.document.hidden);
  /** Grows whenever somebody comes back from another tab, window or program. */
  readonly returns = signal(0);

  constructor() {
    this.document.addEventListener('visibilitychange', () => {
      this.isVisible.set(!this.document.hidden);
      if (!this.document.hidden) this.welcome();
    });
    this.document.defaultView?.addEventListener('focus', () => this.welcome());
  }

  private welcome(): void {
    this.returns.update((count) => count + 1);
  }
}
