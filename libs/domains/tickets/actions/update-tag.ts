import { Injectable } from '@nestjs/common';

import { UnitOfWork } from '@desk/platform/database';
import { notFound } from '@desk/platform/errors';
import { type Actor } from '@desk/platform/security';

import { Labels } from '../store/labels';
import { given } from './given';
import { assertMayWriteTags, orDuplicate } from './label-rules';

@Injectable()
export class UpdateTag {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly labels: Labels,
  ) {}

  /** Every ticket that has the tag shows the change; no trail tells of it, because no ticket changed. */
  async run(actor: Actor, input: { id: number; changes: { name?: string; color?: string } }): Promise<void> {
    assertMayWriteTags(actor);
    const { name, color } = input.changes;
    await orDuplicate('tag', () =>
      this.unitOfWork.run(async () => {
        if ((await this.labels.tag(input.id)) === null) throw notFound('tag');
        await this.labels.changeTag(input.id, given({ name, color }));
      }),
    );
  }
}
