import { Injectable } from '@nestjs/common';

import { type SignInProblem } from '@desk/contracts';
import { Clock } from '@desk/platform/clock';
import { isDuplicate, UnitOfWork } from '@desk/platform/database';
import { EventBus } from '@desk/platform/events';
import { type ProvenIdentity } from '@desk/platform/openid';

import { SecurityChanged } from '../model/events';
import { Identity } from '../model/identity';
import { Identities } from '../store/identities';
import { Sessions } from '../store/sessions';
import { Users } from '../store/users';
import { asActor } from './new-people';

/** From the signed-in profile: the identity opens the account from now on. The addresses need not be the same. */
@Injectable()
export class LinkIdentity {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly events: EventBus,
    private readonly users: Users,
    private readonly sessions: Sessions,
    private readonly identities: Identities,
  ) {}

  /** @param owner who began it, and in which session: when that is over meanwhile, so is this. */
  async run(
    owner: { userId: string; sessionId: string },
    identity: ProvenIdentity,
  ): Promise<SignInProblem | null> {
    try {
      return await this.unitOfWork.run(() => this.link(owner, identity));
    } catch (error) {
      // Two at once: whoever was first has it.
      if (isDuplicate(error)) return 'identity_taken';
      throw error;
    }
  }

  private async link(
    { userId, sessionId }: { userId: string; sessionId: string },
    identity: ProvenIdentity,
  ): Promise<SignInProblem | null> {
    const user = await this.users.hold(userId);
    const session = await this.sessions.byId(sessionId);
    const now = this.clock.now();
    if (user?.is_active !== true) return 'session_ended';
    if (session?.user_id !== userId || !session.isLive(now)) return 'session_ended';
    // Whoever can read the mail of the address must not find a second owner in the account one day.
    if (user.email_verified_at === null) return 'address_unproven';
    const { issuer, subject, email } = identity;
    const known = await this.identities.bySubject(issuer, subject);
    if (known !== null) return known.user_id === userId ? null : 'identity_taken';
    const linked = await this.identities.of(userId);
    if (linked.some((other) => other.issuer === issuer)) return 'other_identity';
    await this.identities.add(Identity.link(userId, { issuer, subject, email: email ?? '' }, now));
    await this.events.publish(SecurityChanged, asActor(user), { userId, change: 'identity_linked' });
    return null;
  }
}
