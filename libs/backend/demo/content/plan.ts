import { creationTimes } from './planning/creation';
import type { Draft } from './planning/draft';
import { drafts } from './planning/drafts';
import { assignmentsOf, escalationsOf } from './planning/handling';
import { randomFor } from './planning/random';
import { fill, slotsFor } from './planning/slots';
import { ratingAfter, statusHistory, tell } from './planning/story';
import type { PlannedStatus, PlannedTicket } from './types';

/**
 * About 300 tickets over the 90 days before `now`, the oldest first. The same `now` gives the same plan; another one
 * moves the instants and leaves keys, people and states alone.
 */
export function planTickets(now: Date): PlannedTicket[] {
  const list = drafts();
  const times = creationTimes(list, now);
  return list
    .map((draft) => planned(draft, times.get(draft.key) ?? now, now))
    .sort(
      (one, other) => one.created_at.getTime() - other.created_at.getTime() || (one.key < other.key ? -1 : 1),
    );
}

function planned(draft: Draft, created: Date, now: Date): PlannedTicket {
  const random = randomFor(`${draft.key}:story`);
  const { customer, agent } = draft;
  const words = randomFor(`${draft.key}:slots`);
  const slots = slotsFor(`${draft.title} ${draft.description}`, customer, agent, words);
  const timed = tell(draft, created, now, random);
  const statuses = statusHistory(draft, created, timed, now, random);
  const resolved = lastAt(statuses, 'resolved');
  const until = resolved ?? timed.at(-1)?.at ?? now;
  const assignments = assignmentsOf(draft, created, timed, statuses[1]?.at ?? now, random);
  const escalations = escalationsOf(draft, created, until);
  return {
    key: draft.key,
    language: draft.language,
    title: fill(draft.title, slots, created, customer),
    description: fill(draft.description, slots, created, customer),
    customer: customer.key,
    opened_by: ['phone', 'email'].includes(draft.source) ? agent.key : customer.key,
    category: draft.category,
    priority: draft.priority,
    source: draft.source,
    tags: draft.priority === 'urgent' ? [...draft.tags, 'urgent-desk'] : draft.tags,
    created_at: created,
    // A scripted conversation keeps its dates from the first to the last message; a short one counts from the message.
    messages: timed.map(({ author, comment_type, content, at }) => ({
      author,
      comment_type,
      content: fill(content, slots, draft.kind === 'thread' ? created : at, customer),
      at,
    })),
    assignments,
    assigned_agent: assignments.at(-1)?.agent ?? null,
    statuses,
    status: draft.outcome,
    resolved_at: resolved,
    closed_at: lastAt(statuses, 'closed'),
    escalations,
    escalation_level: escalations.length,
    rating: ratingAfter(draft, resolved, now, random),
  };
}

function lastAt(statuses: readonly PlannedStatus[], status: PlannedStatus['status']): Date | null {
  return statuses.findLast((entry) => entry.status === status)?.at ?? null;
}
