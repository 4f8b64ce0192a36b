import { type Signal, effect, inject, signal } from '@angular/core';
import { type PresenceState, type TicketPresence } from '@desk/contracts';
import { Realtime } from './realtime';

/** The server forgets a watcher after 25 seconds of silence. */
export const STAY_EVERY_MS = 20_000;

export interface TicketWatch {
  /** Who else has the ticket open; empty for customers, whom the server does not tell. */
  readonly others: Signal<TicketPresence['users']>;
}

/**
 * Makes this person seen on a ticket (viewing or replying) for as long as the component lives, and shows who else is.
 * Call it in an injection context.
 */
export function watchTicket(
  ticketId: Signal<number | undefined>,
  state: Signal<PresenceState>,
  myId: Signal<string | undefined>,
): TicketWatch {
  const realtime = inject(Realtime);
  const others = signal<TicketPresence['users']>([]);

  realtime.on('ticket:presence', (presence) => {
    if (presence.ticket_id === ticketId()) others.set(presence.users.filter((user) => user.id !== myId()));
  });

  effect((onCleanup) => {
    const id = ticketId();
    const now = state();
    realtime.connections();
    if (id === undefined) return;
    const stay = () => void realtime.emit('ticket:watch', { ticket_id: id, state: now });
    stay();
    const timer = setInterval(stay, STAY_EVERY_MS);
    onCleanup(() => clearInterval(timer));
  });

  effect((onCleanup) => {
    const id = ticketId();
    others.set([]);
    if (id !== undefined) onCleanup(() => void realtime.emit('ticket:unwatch', { ticket_id: id }));
  });

  return { others: others.asReadonly() };
}
