import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';
import { type Actor } from '@desk/platform/security';

import { DEFAULT_COLOR } from '../model/category';
import { Labels } from '../store/labels';
import { assertMayWriteCategories, orDuplicate } from './label-rules';

export interface NewCategory {
  name: string;
  description?: string;
  color?: string;
  is_active?: boolean;
}

@Injectable()
export class CreateCategory {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly labels: Labels,
  ) {}

  /** @throws conflict `duplicate` when the name is taken, whatever its case. */
  async run(actor: Actor, input: NewCategory): Promise<{ id: number }> {
    assertMayWriteCategories(actor);
    const { name, description = '', color = DEFAULT_COLOR, is_active = true } = input;
    const created_at = this.clock.now();
    return orDuplicate('category', () =>
      this.unitOfWork.run(async () => ({
        id: await this.labels.addCategory({ name, description, color, is_active, created_at }),
      })),
    );
  }
}
