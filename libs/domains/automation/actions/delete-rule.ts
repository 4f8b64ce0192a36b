import { Injectable } from '@nestjs/common';

import { UnitOfWork } from '@desk/platform/database';
import { notFound } from '@desk/platform/errors';
import { Actor } from '@desk/platform/security';

import { Episodes } from '../store/episodes';
import { Rules } from '../store/rules';

/** The rule goes, its log stays: what was done to tickets does not become unexplained. */
@Injectable()
export class DeleteRule {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rules: Rules,
    private readonly episodes: Episodes,
  ) {}

  /** @throws 404. */
  async run(_actor: Actor, { id }: { id: string }): Promise<void> {
    await this.unitOfWork.run(async () => {
      if ((await this.rules.byId(id)) === null) throw notFound('rule');
      await this.rules.remove(id);
      await this.episodes.removeMark(id);
    });
  }
}
