import { SLA_CLOCK_KINDS, type SlaClockKind, type TicketStatus, UNSOLVED_STATUSES } from '@desk/contracts';

import { type ClockHappening } from './clock-event';
import { type Promises, targetSecondsOf } from './policy';

/** What is about to happen to one clock of a ticket. Which ones mean anything is for the clock to decide. */
export interface ClockMove {
  clock: SlaClockKind;
  happening: ClockHappening;
  target_seconds: number | null;
  policy_id: number | null;
}

export const ANSWERED: readonly ClockMove[] = [plain('response', 'stopped')];

/** A ticket out of sight promises nothing; a solved one has its answer or needs none. */
export const WITHDRAWN: readonly ClockMove[] = [plain('response', 'paused'), plain('resolution', 'paused')];

/** Solving ends the resolution clock. An unanswered ticket's response clock only pauses: nothing was answered. */
export function movesOfStatus(before: TicketStatus, after: TicketStatus): readonly ClockMove[] {
  if (isUnsolved(before) === isUnsolved(after)) return [];
  return isUnsolved(after)
    ? [plain('response', 'resumed'), plain('resolution', 'reopened')]
    : [plain('response', 'paused'), plain('resolution', 'stopped')];
}

/** Both clocks under another policy, or under none: the elapsed time stays, the target changes. */
export function movesOfPolicy(policy: Promises | null): readonly ClockMove[] {
  return SLA_CLOCK_KINDS.map((clock) => ({
    clock,
    happening: 'target_changed',
    ...promiseFor(policy, clock),
  }));
}

/** What a policy promises for one kind of clock; without a policy the clock runs, but promises nothing. */
export function promiseFor(
  policy: Promises | null,
  kind: SlaClockKind,
): Pick<ClockMove, 'target_seconds' | 'policy_id'> {
  if (policy === null) return { target_seconds: null, policy_id: null };
  return { target_seconds: targetSecondsOf(policy, kind), policy_id: policy.id };
}

function plain(clock: SlaClockKind, happening: ClockHappening): ClockMove {
  return { clock, happening, target_seconds: null, policy_id: null };
}

function isUnsolved(status: TicketStatus): boolean {
  const unsolved: readonly TicketStatus[] = UNSOLVED_STATUSES;
  return unsolved.includes(status);
}
