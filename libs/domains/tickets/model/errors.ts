import { conflict, DomainError, notFound } from '@desk/platform/errors';

export const ticketNotFound = () => notFound('ticket');

export const escalationLimit = () =>
  conflict('escalation_limit', 'This ticket is at the highest escalation level already');

export const ticketTaken = () => conflict('already_assigned', 'Somebody else holds this ticket already');

/** `newer` are the comments as their reader may see them; the HTTP layer fills it in. */
export class NewerComments extends DomainError {
  constructor(readonly lastSeen: number) {
    super('conflict', 'newer_comments', 'There are newer comments than the last one you saw');
  }
}

/** `current` is the ticket as this person may see it; the HTTP layer fills it in. */
export class StaleTicket extends DomainError {
  constructor(readonly ticketId: number) {
    super('stale', 'stale_version', 'The ticket changed since you read it');
  }
}
