import type { TicketStatus } from '@desk/contracts';
import type {
  PlannedActor,
  PlannedMessage,
  PlannedRating,
  PlannedStatus,
  ScriptedMessage,
  StaffKey,
} from '../types';
import { awake, HOUR, MINUTE, seconds } from './calendar';
import { staffByKey } from './cast';
import type { Draft } from './draft';
import type { Random } from './random';

/** Nothing is planned closer to `now` than this, so that what follows a message still has room. */
const MARGIN = 3 * MINUTE;
const CLOSED_BY_ITSELF_AFTER = 72 * HOUR;

/** A scripted message with its instant; the content is still a template. */
export type TimedMessage = PlannedMessage & { script: ScriptedMessage };

/** Spreads the script from `created`: nobody writes at night but about urgent things, and nothing lies in the future. */
export function tell(draft: Draft, created: Date, now: Date, random: Random): TimedMessage[] {
  let clock = created.getTime();
  const instants = draft.script.map((message) => {
    clock += Math.max(message.after_hours * random.between(0.9, 1.1) * HOUR, MINUTE);
    if (draft.priority !== 'urgent') clock = awake(clock, zoneOf(draft, message), random);
    return clock;
  });
  const room = now.getTime() - MARGIN - created.getTime();
  const factor = Math.min(1, (room * random.between(0.85, 0.98)) / Math.max(1, clock - created.getTime()));
  return draft.script.map((script, index) => ({
    script,
    author: authorOf(draft, script),
    comment_type: script.from === 'note' ? 'internal_note' : 'reply',
    content: script.text,
    at: seconds(created.getTime() + ((instants[index] ?? clock) - created.getTime()) * factor),
  }));
}

/** From `open` at creation to the draft's outcome. */
export function statusHistory(
  draft: Draft,
  created: Date,
  messages: readonly TimedMessage[],
  now: Date,
  random: Random,
): PlannedStatus[] {
  const customer: PlannedActor = { kind: 'customer', key: draft.customer.key };
  const agent: PlannedActor = { kind: 'staff', key: draft.agent.key };
  const history: PlannedStatus[] = [{ status: 'open', at: created, by: customer }];
  const current = (): TicketStatus => history.at(-1)?.status ?? 'open';
  const move = (status: TicketStatus, at: Date, by: PlannedActor): void => {
    if (status !== current()) history.push({ status, at, by });
  };

  for (const { script, author, at } of messages) {
    if (script.from === 'agent') move(script.status ?? 'in_progress', at, author);
    if (script.from === 'customer' && current() === 'pending') move('open', at, author);
  }

  const last = messages.at(-1)?.at ?? created;
  const soon = (low: number, high: number): Date =>
    between(last, now, random.between(low, high) * MINUTE, random);
  if (draft.outcome === 'open') {
    move('open', last, messages.at(-1)?.author ?? customer);
    return history;
  }
  if (draft.outcome === 'in_progress' || draft.outcome === 'pending') {
    if (current() !== draft.outcome) move(draft.outcome, soon(3, 90), agent);
    return history;
  }
  const resolved = soon(1, 40);
  move('resolved', resolved, agent);
  if (draft.outcome === 'closed') {
    const byCustomer = random.chance(0.25);
    const wait = byCustomer ? random.between(1, 20) * HOUR : CLOSED_BY_ITSELF_AFTER;
    move('closed', between(resolved, now, wait, random), byCustomer ? customer : { kind: 'system' });
  }
  return history;
}

export function ratingAfter(
  draft: Draft,
  resolved: Date | null,
  now: Date,
  random: Random,
): PlannedRating | null {
  if (draft.rating === null || resolved === null) return null;
  return { ...draft.rating, at: between(resolved, now, random.between(0.3, 30) * HOUR, random) };
}

/** `wait` after `start`, or somewhere before `now` if that lies ahead. */
function between(start: Date, now: Date, wait: number, random: Random): Date {
  const room = now.getTime() - start.getTime();
  return seconds(start.getTime() + (wait < room ? wait : room * random.between(0.3, 0.9)));
}

function zoneOf(draft: Draft, message: ScriptedMessage): string {
  if (message.from === 'customer') return draft.customer.timezone_pref;
  return message.by === undefined ? draft.agent.timezone_pref : staffByKey(message.by).timezone_pref;
}

function authorOf(draft: Draft, { from, by }: ScriptedMessage): PlannedMessage['author'] {
  if (from === 'customer') return { kind: 'customer', key: draft.customer.key };
  const key: StaffKey = by ?? draft.agent.key;
  return { kind: 'staff', key };
}
