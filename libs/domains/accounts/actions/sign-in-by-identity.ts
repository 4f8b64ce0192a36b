import { Injectable } from '@nestjs/common';

import { isStaff, type SignInProblem } from '@desk/contracts';
import { Clock } from '@desk/platform/clock';
import { isDuplicate, UnitOfWork } from '@desk/platform/database';
import { DomainError } from '@desk/platform/errors';
import { EventBus } from '@desk/platform/events';
import { type ProvenIdentity } from '@desk/platform/openid';

import { PasswordChanged, PersonRegistered, SecurityChanged } from '../model/events';
import { Identity, type ProvenBy } from '../model/identity';
import { type Session } from '../model/session';
import { User } from '../model/user';
import { Identities } from '../store/identities';
import { Users } from '../store/users';
import { BeginSession } from './begin-session';
import { type Caller } from './caller';
import { CheckSecondFactor } from './check-second-factor';
import { EndAccess } from './end-access';
import { asActor, NewPeople } from './new-people';
import { NoteAttempt } from './note-attempt';
import { OneTimeMail } from './one-time-mail';

type Outcome = Session | SignInProblem;

/**
 * A provider's word for a session. A known identity is its person's; an unknown one joins the customer with its verified
 * address, or becomes a new customer, who has yet to complete their profile. Staff accounts are never joined: whoever
 * rules an address at the provider would rule the desk.
 */
@Injectable()
export class SignInByIdentity {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly events: EventBus,
    private readonly users: Users,
    private readonly endAccess: EndAccess,
    private readonly identities: Identities,
    private readonly newPeople: NewPeople,
    private readonly beginSession: BeginSession,
    private readonly noteAttempt: NoteAttempt,
    private readonly checkSecondFactor: CheckSecondFactor,
    private readonly oneTimeMail: OneTimeMail,
  ) {}

  async run(caller: Caller, identity: ProvenIdentity): Promise<Outcome> {
    const attempt = () => this.unitOfWork.run(() => this.judge(caller, identity));
    try {
      return await attempt();
    } catch (error) {
      // Somebody with the same identity or address came at the same time and was first: they are known now.
      if (isOvertaken(error)) return attempt();
      throw error;
    }
  }

  private async judge(caller: Caller, identity: ProvenIdentity): Promise<Outcome> {
    const { issuer, subject, email } = identity;
    const known = await this.identities.bySubject(issuer, subject);
    if (known !== null) {
      const user = await this.users.hold(known.user_id);
      // Unlinked while somebody else held the person, as by a new password.
      const still = await this.identities.bySubject(issuer, subject);
      if (still?.user_id !== known.user_id) return this.judge(caller, identity);
      if (user?.is_active !== true) return this.refuse(caller, identity, 'account_inactive', user);
      if (await this.hasSecondFactor(caller, user))
        return this.refuse(caller, identity, 'otp_required', user);
      await this.identities.noteUse(known.id, this.clock.now());
      return this.begin(caller, user, email ?? user.email, identity);
    }
    if (email === null) return this.refuse(caller, identity, 'address_missing');
    if (!identity.emailVerified) return this.refuse(caller, identity, 'address_unverified');
    const found = await this.users.byEmail(email);
    const user = found === null ? null : await this.users.hold(found.id);
    // Given another address, or joined by this very identity, while somebody else held the person.
    const hasChanged =
      user?.isLike(email) === false || (await this.identities.bySubject(issuer, subject)) !== null;
    if (hasChanged) return this.judge(caller, identity);
    const proof = { issuer, subject, email };
    return user === null ? this.welcome(caller, identity, proof) : this.join(caller, user, identity, proof);
  }

  private async welcome(caller: Caller, identity: ProvenIdentity, proof: ProvenBy): Promise<Outcome> {
    const user = this.newPeople.withoutPassword({
      email: proof.email,
      first_name: identity.firstName,
      last_name: identity.lastName,
      role: 'customer',
      is_profile_completed: false,
    });
    user.email_verified_at = this.clock.now();
    await this.users.add(user);
    await this.identities.add(Identity.link(user.id, proof, this.clock.now()));
    await this.events.publish(PersonRegistered, asActor(user), { userId: user.id, role: user.role });
    return this.begin(caller, user, proof.email, identity);
  }

  private async join(
    caller: Caller,
    user: User,
    identity: ProvenIdentity,
    proof: ProvenBy,
  ): Promise<Outcome> {
    if (!user.is_active) return this.refuse(caller, identity, 'account_inactive', user);
    if (isStaff(user.role)) return this.refuse(caller, identity, 'staff_must_link', user);
    const linked = await this.identities.of(user.id);
    // An address that was given to somebody else is a new subject at the same provider.
    if (linked.some(({ issuer }) => issuer === proof.issuer)) {
      return this.refuse(caller, identity, 'other_identity', user);
    }
    if (await this.hasSecondFactor(caller, user)) return this.refuse(caller, identity, 'otp_required', user);
    await this.events.publish(SecurityChanged, asActor(user), { userId: user.id, change: 'identity_linked' });
    if (user.email_verified_at === null) return this.takeOver(caller, user, identity, proof);
    await this.identities.add(Identity.link(user.id, proof, this.clock.now()));
    return this.begin(caller, user, proof.email, identity);
  }

  /** Whoever registered with this address never proved that it is theirs: what they know and hold ends here. */
  private async takeOver(
    caller: Caller,
    user: User,
    identity: ProvenIdentity,
    proof: ProvenBy,
  ): Promise<Session> {
    const now = this.clock.now();
    await this.identities.removeAllOf(user.id);
    await this.identities.add(Identity.link(user.id, proof, now));
    Object.assign(user, { password_hash: null, email_verified_at: now, updated_at: now });
    await this.users.save(user);
    await this.endAccess.of(user.id, 'password_changed');
    // Also a link that would move the account to an address of theirs.
    await this.oneTimeMail.endAllOf(user.id, 'any');
    const session = await this.begin(caller, user, proof.email, identity);
    await this.events.publish(PasswordChanged, asActor(user), { userId: user.id, keptSessionId: session.id });
    return session;
  }

  /** A provider's word is one factor. Who has a second one signs in with their password and its code. */
  private async hasSecondFactor(caller: Caller, { id }: User): Promise<boolean> {
    const { kind } = await this.checkSecondFactor.run(caller, id, undefined);
    return kind !== 'none';
  }

  /** A session that the provider has had open for days is no proof that its owner is here now. */
  private begin(caller: Caller, user: User, email: string, { provenAt }: ProvenIdentity): Promise<Session> {
    return this.beginSession.run(caller, user, { kind: 'browser', email, provenAt });
  }

  private async refuse(
    caller: Caller,
    { email }: ProvenIdentity,
    problem: SignInProblem,
    user: User | null = null,
  ): Promise<SignInProblem> {
    await this.noteAttempt.run(caller, 'failed', {
      email: email ?? '',
      userId: user?.id ?? null,
      isNoGuess: true,
    });
    return problem;
  }
}

function isOvertaken(error: unknown): boolean {
  return isDuplicate(error) || (error instanceof DomainError && error.code === 'email_taken');
}
