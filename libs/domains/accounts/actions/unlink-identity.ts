import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';
import { notFound } from '@desk/platform/errors';
import { EventBus } from '@desk/platform/events';
import { OpenIdProviders } from '@desk/platform/openid';
import { type PersonActor } from '@desk/platform/security';

import { lastWayIn } from '../model/errors';
import { SecurityChanged } from '../model/events';
import { requireProven } from '../model/proof';
import { Identities } from '../store/identities';
import { Users } from '../store/users';

@Injectable()
export class UnlinkIdentity {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly events: EventBus,
    private readonly users: Users,
    private readonly identities: Identities,
    private readonly providers: OpenIdProviders,
  ) {}

  async run(actor: PersonActor, id: string): Promise<void> {
    requireProven(actor, this.clock.now());
    await this.unitOfWork.run(async () => {
      // Held, so that of two last ways not both are taken away at once.
      const user = await this.users.hold(actor.id);
      const linked = await this.identities.of(actor.id);
      if (user === null || !linked.some((identity) => identity.id === id)) throw notFound('identity');
      // One whose provider is no longer offered leads nowhere.
      const ways = linked.filter(({ id: other, issuer }) => other !== id && this.providers.byIssuer(issuer));
      if (user.password_hash === null && ways.length === 0) throw lastWayIn();
      await this.identities.remove(id);
      await this.events.publish(SecurityChanged, actor, { userId: actor.id, change: 'identity_unlinked' });
    });
  }
}
