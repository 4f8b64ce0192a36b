import { Injectable } from '@nestjs/common';

import { UnitOfWork } from '@desk/platform/database';
import { notFound } from '@desk/platform/errors';
import { type Actor } from '@desk/platform/security';

import { Labels } from '../store/labels';
import { assertMayWriteCategories, labelInUse } from './label-rules';

@Injectable()
export class DeleteCategory {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly labels: Labels,
  ) {}

  /** @throws conflict `in_use`: a category that tickets have can be made inactive instead. */
  async run(actor: Actor, id: number): Promise<void> {
    assertMayWriteCategories(actor);
    await this.unitOfWork.run(async () => {
      if ((await this.labels.category(id)) === null) throw notFound('category');
      if (await this.labels.isCategoryInUse(id)) throw labelInUse('category');
      await this.labels.deleteCategory(id);
    });
  }
}
