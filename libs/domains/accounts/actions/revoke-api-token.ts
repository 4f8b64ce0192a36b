import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';
import { notFound } from '@desk/platform/errors';
import { PersonActor } from '@desk/platform/security';

import { ApiTokens } from '../store/api-tokens';

/** From the very next request on the token opens nothing. */
@Injectable()
export class RevokeApiToken {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly apiTokens: ApiTokens,
  ) {}

  async run(actor: PersonActor, id: string): Promise<void> {
    await this.unitOfWork.run(async () => {
      if (!(await this.apiTokens.revoke(id, actor.id, 'ended', this.clock.now())))
        throw notFound('API token');
    });
  }
}
