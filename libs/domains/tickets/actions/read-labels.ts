import { Injectable } from '@nestjs/common';

import { notFound } from '@desk/platform/errors';
import { type Actor } from '@desk/platform/security';

import { type CategoryRow, LabelReads } from '../store/label-reads';

/** Categories and tags as screens list them. */
@Injectable()
export class ReadLabels {
  constructor(private readonly labels: LabelReads) {}

  categories(actor: Actor): Promise<CategoryRow[]> {
    return this.labels.categories(actor);
  }

  async category(actor: Actor, id: number): Promise<CategoryRow> {
    const category = await this.labels.category(actor, id);
    if (category === null) throw notFound('category');
    return category;
  }
}
