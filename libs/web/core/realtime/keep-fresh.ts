import { effect, inject, untracked } from '@angular/core';
import { Attention } from './attention';
import { Realtime } from './realtime';

const FIRST_WAIT_MS = 10_000;
const LONGEST_WAIT_MS = 5 * 60_000;

/**
 * Loads again where pushes may have been missed: when somebody comes back to the page and, while it is looked at and no
 * push can come, at intervals that double. A new connection is the store's own affair (`realtime.connections()`).
 * Call it in an injection context.
 */
export function keepFresh(reload: () => void): void {
  const attention = inject(Attention);
  const realtime = inject(Realtime);
  const atFirst = attention.returns();

  effect(() => {
    if (attention.returns() !== atFirst) untracked(reload);
  });

  effect((onCleanup) => {
    attention.returns();
    if (realtime.isConnected() || !attention.isVisible()) return;
    let wait = FIRST_WAIT_MS;
    let timer = setTimeout(next, wait);
    onCleanup(() => clearTimeout(timer));

    function next(): void {
      reload();
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
      timer = setTimeout(next, wait);
    }
  });
}
