import { Injectable } from '@nestjs/common';

import { UnitOfWork } from '@desk/platform/database';
import { notFound } from '@desk/platform/errors';
import { type Actor } from '@desk/platform/security';

import { Labels } from '../store/labels';
import { assertMayWriteTags, labelInUse } from './label-rules';

@Injectable()
export class DeleteTag {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly labels: Labels,
  ) {}

  /** @throws conflict `in_use` while a ticket has it. */
  async run(actor: Actor, id: number): Promise<void> {
    assertMayWriteTags(actor);
    await this.unitOfWork.run(async () => {
      if ((await this.labels.tag(id)) === null) throw notFound('tag');
      if (await this.labels.isTagInUse(id)) throw labelInUse('tag');
      await this.labels.deleteTag(id);
    });
  }
}
