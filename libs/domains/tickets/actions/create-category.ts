import { Injectable } from '@nestjs/common';

import { isManager } from '@desk/contracts';
import { Clock } from '@desk/platform/clock';
import { isDuplicate, UnitOfWork } from '@desk/platform/database';
import { conflict, forbidden, notFound } from '@desk/platform/errors';
import { type Actor } from '@desk/platform/security';

import { type Category, DEFAULT_COLOR } from '../model/category';
import { Labels } from '../store/labels';

@Injectable()
export class CreateCategory {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly labels: Labels,
  ) {}

  /** @throws conflict `duplicate` when the name is taken, whatever its case. */
  async run(actor: Actor, input: { name: string; description?: string; color?: string }): Promise<Category> {
    if (actor.kind === 'person' && !isManager(actor.role)) throw forbidden('Only managers add categories');
    try {
      return await this.unitOfWork.run(async () => {
        const id = await this.labels.addCategory(
          input.name,
          input.description ?? '',
          input.color ?? DEFAULT_COLOR,
          this.clock.now(),
        );
        const category = await this.labels.category(id);
        if (category === null) throw notFound('category');
        return category;
      });
    } catch (error) {
      if (isDuplicate(error)) throw conflict('duplicate', 'There is a category of this name already');
      throw error;
    }
  }
}
