import type { PlannedAssignment, PlannedEscalation, StaffKey } from '../types';
import { HOUR, MINUTE, seconds } from './calendar';
import type { Draft } from './draft';
import type { Random } from './random';
import type { TimedMessage } from './story';

/** The automation rule for urgent tickets hands them to this one. */
const URGENT_DESK: StaffKey = 'agent';
const DISPATCHERS: readonly StaffKey[] = ['manager', 'priya'];

const REASONS: readonly string[] = [
  'Customer cannot use the bike and has waited too long.',
  'Second level needed, the workshop does not answer.',
  'Support manager takes over the contact with the customer.',
];

export function assignmentsOf(
  draft: Draft,
  created: Date,
  messages: readonly TimedMessage[],
  until: Date,
  random: Random,
): PlannedAssignment[] {
  if (draft.unassigned) return [];
  const end = firstDeed(messages)?.getTime() ?? until.getTime();
  const room = Math.max(0, end - created.getTime());
  const after = (share: number): Date => seconds(created.getTime() + Math.min(room * share, 9 * HOUR));
  const own: PlannedAssignment = {
    agent: draft.agent.key,
    at: after(random.between(0.5, 0.9)),
    by: { kind: 'staff', key: random.chance(0.7) ? draft.agent.key : random.pick(DISPATCHERS) },
  };
  if (draft.priority === 'urgent') {
    const byRule: PlannedAssignment = { agent: URGENT_DESK, at: created, by: { kind: 'system' } };
    return draft.agent.key === URGENT_DESK
      ? [byRule]
      : [byRule, { ...own, by: { kind: 'staff', key: URGENT_DESK } }];
  }
  if (draft.escalation > 0 && draft.agent.key !== 'ananya' && random.chance(0.4)) {
    return [{ agent: 'ananya', at: after(0.2), by: { kind: 'staff', key: random.pick(DISPATCHERS) } }, own];
  }
  return [own];
}

/** One level at a time, spread over the life of the ticket until it was solved. */
export function escalationsOf(draft: Draft, created: Date, until: Date): PlannedEscalation[] {
  const span = until.getTime() - created.getTime();
  return Array.from({ length: draft.escalation }, (_, index) => ({
    level: index + 1,
    at: seconds(created.getTime() + Math.max(MINUTE, span * ((index + 1) / (draft.escalation + 1)))),
    by: index === 0 ? { kind: 'staff', key: draft.agent.key } : { kind: 'staff', key: 'manager' },
    reason: REASONS[index] ?? '',
  }));
}

function firstDeed(messages: readonly TimedMessage[]): Date | undefined {
  return messages.find(({ author }) => author.kind === 'staff')?.at;
}
