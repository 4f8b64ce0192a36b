import { type Role } from '@desk/contracts';
import { defineEvent } from '@desk/platform/events';

export interface PersonRef {
  userId: string;
}

/** A customer made an account for themselves. */
export const PersonRegistered = defineEvent<PersonRef & { role: Role }>('accounts.person_registered');

/** Somebody else made the account: a manager, the command line, the set-up. */
export const PersonCreated = defineEvent<PersonRef & { role: Role }>('accounts.person_created');

/** Their sessions are over already; sockets are ended by whoever holds them. */
export const PersonDeactivated = defineEvent<PersonRef>('accounts.person_deactivated');

export const PersonActivated = defineEvent<PersonRef>('accounts.person_activated');

/** Their sessions are over already, as after a deactivation. */
export const RoleChanged = defineEvent<PersonRef & { before: Role; after: Role }>('accounts.role_changed');

/** One session alone is over: signed out, or a used refresh token came again. */
export const SessionEnded = defineEvent<PersonRef & { sessionId: string }>('accounts.session_ended');

/** All sessions but the kept one were ended, by their owner or whoever administers them. */
export const SessionsEnded = defineEvent<PersonRef & { keptSessionId: string | null }>(
  'accounts.sessions_ended',
);
/** Somebody typed this address; whether anybody has it is found out by whoever hears it. */
export const PasswordResetAsked = defineEvent<{ email: string }>('accounts.password_reset_asked');

/** A link that is to be mailed: the token is made of its id when the mail is sent. */
export interface MailedLink extends PersonRef {
  linkId: string;
  email: string;
}

export const PasswordResetRequested = defineEvent<MailedLink>('accounts.password_reset_requested');

/** The inviter is the event's actor. */
export const PersonInvited = defineEvent<MailedLink>('accounts.person_invited');

export const EmailVerificationRequested = defineEvent<MailedLink>('accounts.email_verification_requested');

/** `email` is the new address, `before` the one that holds until the link is used. */
export const EmailChangeRequested = defineEvent<MailedLink & { before: string }>(
  'accounts.email_change_requested',
);

/** By its owner or whoever administers them. */
export const EmailChanged = defineEvent<PersonRef & { before: string }>('accounts.email_changed');

/** All sessions but the kept one are over. */
export const PasswordChanged = defineEvent<PersonRef & { keptSessionId: string | null }>(
  'accounts.password_changed',
);

/** What else than a password opens an account, or no longer has to. */
export type SecurityChange =
  | 'factor_added'
  | 'factor_removed'
  | 'recovery_codes_renewed'
  | 'api_token_made'
  | 'identity_linked'
  | 'identity_unlinked';

export const SecurityChanged = defineEvent<PersonRef & { change: SecurityChange }>(
  'accounts.security_changed',
);
