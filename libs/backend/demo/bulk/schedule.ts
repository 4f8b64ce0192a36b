import { DAY, HOUR, MINUTE } from '../content/planning/calendar';
import { type Random } from '../content/planning/random';
import { type TicketHistory } from './history';

const WEEK = 7 * DAY;
/** A desk that has run for years is mostly done with its work. */
const UNSOLVED = 0.02;
const TICKETS_A_DAY = 120;
const SHORTEST = 90 * DAY;
const LONGEST = 5 * 365 * DAY;
/** An unsolved ticket stays as recent as its conversation reads. */
const UNSOLVED_WITHIN = 10 * DAY;

export interface Moment {
  history: TicketHistory;
  /** Milliseconds, never positive: all of it happened earlier. */
  shift: number;
}

/**
 * Which tickets happen again and when, oldest first. Whole weeks keep the hours and days on which people write; no
 * running clock is moved past its deadline, because nobody would have noticed the miss.
 */
export function* moments(
  histories: readonly TicketHistory[],
  count: number,
  now: Date,
  random: Random,
): Generator<Moment> {
  const solved = histories.filter((history) => history.isSolved);
  const unsolved = histories.filter((history) => !history.isSolved && roomOf(history, now) > 0);
  const span = Math.min(LONGEST, Math.max(SHORTEST, (count / TICKETS_A_DAY) * DAY));
  for (let index = 0; index < count; index++) {
    if (unsolved.length > 0 && random.chance(UNSOLVED)) {
      const history = random.pick(unsolved);
      yield { history, shift: -Math.round(random.between(0, roomOf(history, now))) };
      continue;
    }
    const history = random.pick(solved);
    const age = now.getTime() - history.createdAt.getTime();
    const weeks = Math.max(0, Math.round((span * (1 - index / count) - age) / WEEK));
    yield { history, shift: -weeks * WEEK - Math.round(random.between(MINUTE, HOUR)) };
  }
}

/** How far an unsolved ticket may move back. */
function roomOf({ nextDeadline }: TicketHistory, now: Date): number {
  const left = nextDeadline === null ? Infinity : (nextDeadline.getTime() - now.getTime()) * 0.8;
  return Math.min(UNSOLVED_WITHIN, left - HOUR / 4);
}
