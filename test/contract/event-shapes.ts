import type { NotificationsClientEvents, NotificationsServerEvents } from '@desk/contracts';
import {
  EmailChanged,
  EmailChangeRequested,
  EmailVerificationRequested,
  PasswordChanged,
  PasswordResetAsked,
  PasswordResetRequested,
  PersonActivated,
  PersonCreated,
  PersonDeactivated,
  PersonInvited,
  PersonRegistered,
  RoleChanged,
  SecurityChanged,
  SessionEnded,
  SessionsEnded,
} from '@desk/domains/accounts/model/events';
import { SlaBreached } from '@desk/domains/sla';
import {
  CommentAdded,
  TicketAssigned,
  TicketChanged,
  type TicketChanges,
  TicketCreated,
  TicketDeleted,
  TicketTouched,
} from '@desk/domains/tickets';
import { type EventDefinition } from '@desk/platform/events';

/*
 * What is said to others, written down a second time, so that a change of it is a decision: the compiler compares the
 * keys with the types, events.spec.ts compares names, versions and real payloads. Whoever changes what a key means, or
 * takes one away, raises the version, because events of the old shape may still wait in the outbox.
 */
export type Presence = 'always' | 'sometimes';

/** Every key of `P`; `sometimes` where it may be left out. */
type Keys<P> = { [K in keyof P]-?: object extends Pick<P, K> ? 'sometimes' : 'always' };

export interface PinnedEvent {
  name: string;
  version: number;
  definition: EventDefinition<unknown>;
  keys: Record<string, Presence>;
}

function event<P>(definition: EventDefinition<P>, name: string, version: number, keys: Keys<P>): PinnedEvent {
  return { name, version, definition, keys: keys };
}

const always = 'always';
const sometimes = 'sometimes';

const TICKET_REF = {
  ticketId: always,
  reference: always,
  title: always,
  customerId: always,
  assignedAgentId: always,
  version: always,
  publicVersion: always,
  isPublic: always,
} as const;

const MAILED_LINK = { userId: always, linkId: always, email: always } as const;

export const EVENTS: readonly PinnedEvent[] = [
  event(PersonRegistered, 'accounts.person_registered', 1, { userId: always, role: always }),
  event(PersonCreated, 'accounts.person_created', 1, { userId: always, role: always }),
  event(PersonDeactivated, 'accounts.person_deactivated', 1, { userId: always }),
  event(PersonActivated, 'accounts.person_activated', 1, { userId: always }),
  event(RoleChanged, 'accounts.role_changed', 1, { userId: always, before: always, after: always }),
  event(SessionEnded, 'accounts.session_ended', 1, { userId: always, sessionId: always }),
  event(SessionsEnded, 'accounts.sessions_ended', 1, { userId: always, keptSessionId: always }),
  event(PasswordResetAsked, 'accounts.password_reset_asked', 1, { email: always }),
  event(PasswordResetRequested, 'accounts.password_reset_requested', 1, MAILED_LINK),
  event(PersonInvited, 'accounts.person_invited', 1, MAILED_LINK),
  event(EmailVerificationRequested, 'accounts.email_verification_requested', 1, MAILED_LINK),
  event(EmailChangeRequested, 'accounts.email_change_requested', 1, { ...MAILED_LINK, before: always }),
  event(EmailChanged, 'accounts.email_changed', 1, { userId: always, before: always }),
  event(PasswordChanged, 'accounts.password_changed', 1, { userId: always, keptSessionId: always }),
  event(SecurityChanged, 'accounts.security_changed', 1, { userId: always, change: always }),

  event(TicketCreated, 'tickets.created', 1, {
    ...TICKET_REF,
    priority: always,
    status: always,
    source: always,
    createdAt: always,
  }),
  event(TicketChanged, 'tickets.changed', 1, {
    ...TICKET_REF,
    changes: always,
    at: always,
    byComment: sometimes,
  }),
  event(TicketAssigned, 'tickets.assigned', 1, {
    ...TICKET_REF,
    agentId: always,
    previousAgentId: always,
  }),
  event(CommentAdded, 'tickets.comment_added', 1, {
    ...TICKET_REF,
    commentId: always,
    commentType: always,
    authorId: always,
    byStaff: always,
    firstResponse: always,
    excerpt: always,
    at: always,
  }),
  event(TicketTouched, 'tickets.touched', 1, TICKET_REF),
  event(TicketDeleted, 'tickets.deleted', 1, TICKET_REF),

  event(SlaBreached, 'sla.breached', 1, {
    ...TICKET_REF,
    breachId: always,
    breachType: always,
    policyId: always,
    deadline: always,
    detectedAt: always,
  }),
];

/** The inside of `tickets.changed`: each is `{before, after}`, tags are `{added, removed}`. */
export const TICKET_CHANGES: Keys<TicketChanges> = {
  title: sometimes,
  description: sometimes,
  status: sometimes,
  priority: sometimes,
  category_id: sometimes,
  assigned_agent_id: sometimes,
  due_date: sometimes,
  escalation_level: sometimes,
  tags: sometimes,
  csat_rating: sometimes,
};

type Payloads<E> = {
  [K in keyof E]: E[K] extends (payload: infer P, ...rest: never[]) => void ? Keys<P> : never;
};

/** Namespace `/notifications`: what the server sends. */
export const SERVER_EVENTS: Payloads<NotificationsServerEvents> = {
  notification: {
    id: always,
    title: always,
    message: always,
    notification_type: always,
    ticket: always,
    is_read: always,
    read_at: always,
    created_at: always,
  },
  unread_count: { count: always },
  'ticket:changed': { ticket_id: always, version: always },
  'ticket:presence': { ticket_id: always, users: always },
};

/** Namespace `/notifications`: what a client sends; each is acknowledged with `{ok: true, …}` or `{ok: false, error}`. */
export const CLIENT_EVENTS: Payloads<NotificationsClientEvents> = {
  'ticket:watch': { ticket_id: always, state: sometimes },
  'ticket:unwatch': { ticket_id: always },
  'tickets:watch': { ticket_ids: always },
};
