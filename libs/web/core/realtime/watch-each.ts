import { type Signal, computed, effect, inject, untracked } from '@angular/core';
import { Attention } from './attention';
import { Realtime } from './realtime';
import { STAY_EVERY_MS } from './watch-ticket';

export interface WatchedTicket {
  id: number;
  version: number;
}

/**
 * Has the server tell of changes to the tickets of a customer's list; staff lists have `tickets:watch`. While nobody
 * looks at the page nothing is watched. The server answers each watch with the ticket's version: `missed` is called
 * when the list shows an older one. Call it in an injection context.
 */
export function watchEach(tickets: Signal<readonly WatchedTicket[]>, missed: () => void): void {
  const realtime = inject(Realtime);
  const attention = inject(Attention);
  const ids = computed(() => (attention.isVisible() ? tickets().map(({ id }) => id) : []), {
    equal: areSame,
  });
  let watched: readonly number[] = [];

  effect((onCleanup) => {
    const wanted = ids();
    realtime.connections();
    const stay = () => wanted.forEach((id) => void watch(id));
    for (const id of watched)
      if (!wanted.includes(id)) void realtime.emit('ticket:unwatch', { ticket_id: id });
    watched = wanted;
    stay();
    const timer = setInterval(stay, STAY_EVERY_MS);
    onCleanup(() => clearInterval(timer));
  });
  effect((onCleanup) =>
    onCleanup(() => watched.forEach((id) => void realtime.emit('ticket:unwatch', { ticket_id: id }))),
  );

  async function watch(id: number): Promise<void> {
    const answer = await realtime.emit('ticket:watch', { ticket_id: id });
    const shown = untracked(tickets).find((ticket) => ticket.id === id);
    if (answer.ok && shown && shown.version < answer.version) missed();
  }
}

function areSame(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((id, position) => id === other[position]);
}
