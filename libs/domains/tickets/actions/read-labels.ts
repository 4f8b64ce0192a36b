import { Injectable } from '@nestjs/common';

import { notFound } from '@desk/platform/errors';
import { type Slice } from '@desk/platform/http';
import { type Actor } from '@desk/platform/security';

import {
  type CategoryListQuery,
  type CategoryRow,
  LabelReads,
  type TagListQuery,
  type TagRow,
} from '../store/label-reads';

/** Categories and tags as screens list them. */
@Injectable()
export class ReadLabels {
  constructor(private readonly labels: LabelReads) {}

  categories(actor: Actor, query: CategoryListQuery): Promise<Slice<CategoryRow>> {
    return this.labels.categories(actor, query);
  }

  async category(actor: Actor, id: number): Promise<CategoryRow> {
    const category = await this.labels.category(actor, id);
    if (category === null) throw notFound('category');
    return category;
  }

  tags(query: TagListQuery): Promise<Slice<TagRow>> {
    return this.labels.tags(query);
  }

  async tag(id: number): Promise<TagRow> {
    const tag = await this.labels.tag(id);
    if (tag === null) throw notFound('tag');
    return tag;
  }
}
