import { DOCUMENT, DestroyRef, Injectable, computed, inject, signal } from '@angular/core';

const MINUTE_MS = 60_000;

/** The present as a signal. What shows minutes reads `minute` and is drawn again once a minute only. */
@Injectable({ providedIn: 'root' })
export class TickingClock {
  private readonly document = inject(DOCUMENT);
  private readonly now = signal(Date.now());

  readonly second = this.now.asReadonly();
  readonly minute = computed(() => Math.floor(this.now() / MINUTE_MS) * MINUTE_MS);

  constructor() {
    const timer = setInterval(() => this.tick(), 1000);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  private tick(): void {
    if (!this.document.hidden) this.now.set(Date.now());
  }
}
