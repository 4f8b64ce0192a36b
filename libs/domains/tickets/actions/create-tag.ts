import { Injectable } from '@nestjs/common';

import { UnitOfWork } from '@desk/platform/database';
import { type Actor } from '@desk/platform/security';

import { DEFAULT_COLOR } from '../model/category';
import { Labels } from '../store/labels';
import { assertMayWriteTags, orDuplicate } from './label-rules';

@Injectable()
export class CreateTag {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly labels: Labels,
  ) {}

  /** @throws conflict `duplicate` when the name is taken, whatever its case. */
  async run(actor: Actor, { name, color }: { name: string; color?: string }): Promise<{ id: number }> {
    assertMayWriteTags(actor);
    return orDuplicate('tag', () =>
      this.unitOfWork.run(async () => ({ id: await this.labels.addTag(name, color ?? DEFAULT_COLOR) })),
    );
  }
}
