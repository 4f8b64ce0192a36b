import { Injectable } from '@nestjs/common';

import { UnitOfWork } from '@desk/platform/database';
import { notFound } from '@desk/platform/errors';
import { type Actor } from '@desk/platform/security';

import { Labels } from '../store/labels';
import { type NewCategory } from './create-category';
import { given } from './given';
import { assertMayWriteCategories, orDuplicate } from './label-rules';

@Injectable()
export class UpdateCategory {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly labels: Labels,
  ) {}

  /** The slug stays: rules and addresses may name it. */
  async run(actor: Actor, input: { id: number; changes: Partial<NewCategory> }): Promise<void> {
    assertMayWriteCategories(actor);
    const { name, description, color, is_active } = input.changes;
    await orDuplicate('category', () =>
      this.unitOfWork.run(async () => {
        if ((await this.labels.category(input.id)) === null) throw notFound('category');
        await this.labels.changeCategory(input.id, given({ name, description, color, is_active }));
      }),
    );
  }
}
