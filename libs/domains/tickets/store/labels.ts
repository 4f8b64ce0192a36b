import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';

import { Database } from '@desk/platform/database';

import { Category } from '../model/category';
import { keyOf, slugOf } from '../model/naming';
import { Tag, TicketTag } from '../model/tag';
import { Ticket } from '../model/ticket';

/** Leaves room for a number within the column. */
const SLUG_LENGTH = { category: 110, tag: 50 };

/** Categories and tags: what tickets are sorted by. */
@Injectable()
export class Labels {
  constructor(private readonly database: Database) {}

  category(id: number): Promise<Category | null> {
    return this.database.find(Category, { id });
  }

  /** @returns the new category's id. */
  async addCategory(category: Omit<Category, 'id' | 'name_key' | 'slug'>): Promise<number> {
    const { name } = category;
    const slug = await this.freeSlug(Category, slugOf(name).slice(0, SLUG_LENGTH.category));
    const inserted = await this.database
      .write()
      .insert(Category, { ...category, name_key: keyOf(name), slug });
    return (inserted.identifiers[0] as { id: number }).id;
  }

  async changeCategory(
    id: number,
    changes: Partial<Pick<Category, 'name' | 'description' | 'color' | 'is_active'>>,
  ): Promise<void> {
    if (Object.keys(changes).length > 0) await this.database.write().update(Category, { id }, keyed(changes));
  }

  isCategoryInUse(id: number): Promise<boolean> {
    return this.database.read().existsBy(Ticket, { category_id: id });
  }

  async deleteCategory(id: number): Promise<void> {
    await this.database.write().delete(Category, { id });
  }

  tag(id: number): Promise<Tag | null> {
    return this.database.read().findOneBy(Tag, { id });
  }

  async tagsNamed(names: readonly string[]): Promise<Tag[]> {
    return this.database.read().findBy(Tag, { name_key: In(names.map(keyOf)) });
  }

  /** @returns the new tag's id. */
  async addTag(name: string, color: string): Promise<number> {
    const slug = await this.freeSlug(Tag, slugOf(name).slice(0, SLUG_LENGTH.tag));
    const inserted = await this.database.write().insert(Tag, { name, name_key: keyOf(name), slug, color });
    return (inserted.identifiers[0] as { id: number }).id;
  }

  async changeTag(id: number, changes: Partial<Pick<Tag, 'name' | 'color'>>): Promise<void> {
    if (Object.keys(changes).length > 0) await this.database.write().update(Tag, { id }, keyed(changes));
  }

  isTagInUse(id: number): Promise<boolean> {
    return this.database.read().existsBy(TicketTag, { tag_id: id });
  }

  async deleteTag(id: number): Promise<void> {
    await this.database.write().delete(Tag, { id });
  }

  /** Different names may fold to one slug ("C++", "C#"): the later ones are numbered. */
  private async freeSlug(label: typeof Category | typeof Tag, slug: string): Promise<string> {
    for (let number = 1; ; number++) {
      const candidate = number === 1 ? slug : `${slug}-${number}`;
      if (!(await this.database.read().existsBy<Category | Tag>(label, { slug: candidate })))
        return candidate;
    }
  }
}

function keyed<T extends { name?: string }>(changes: T): T & { name_key?: string } {
  return changes.name === undefined ? changes : { ...changes, name_key: keyOf(changes.name) };
}
