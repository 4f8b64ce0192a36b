import { type TicketDetailView, type UpdateTicketBody } from '@desk/web/api-client';
import { Problem } from '@desk/web/core';

type Field = keyof UpdateTicketBody;

/** The ticket as it is now, out of a refusal because it had changed since it was read; null for every other failure. */
export function currentOf(thrown: unknown): TicketDetailView | null {
  const { status, body } = Problem.from(thrown);
  return status === 412 && body['current'] ? (body['current'] as TicketDetailView) : null;
}

/** What both changed: a write of anything else can be sent again on top of what the others did. */
export function collisions(
  before: TicketDetailView,
  now: TicketDetailView,
  change: UpdateTicketBody,
): Field[] {
  return (Object.keys(change) as Field[]).filter((field) => valueOf(before, field) !== valueOf(now, field));
}

function valueOf(ticket: TicketDetailView, field: Field): unknown {
  const value = ticket[field];
  return Array.isArray(value) || (typeof value === 'object' && value !== null)
    ? JSON.stringify(value)
    : value;
}
