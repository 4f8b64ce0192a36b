import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';

import { Database } from '@desk/platform/database';

import { Category, DEFAULT_COLOR } from '../model/category';
import { Tag, TicketTag } from '../model/tag';
import { keyOf, slugOf } from '../model/naming';

/** Categories and tags: what tickets are sorted by. */
@Injectable()
export class Labels {
  constructor(private readonly database: Database) {}

  category(id: number): Promise<Category | null> {
    return this.database.read().findOneBy(Category, { id });
  }

  /** @returns the new category's id. */
  async addCategory(name: string, description: string, color: string, at: Date): Promise<number> {
    const inserted = await this.database.write().insert(Category, {
      name,
      name_key: keyOf(name),
      slug: slugOf(name),
      description,
      color,
      is_active: true,
      created_at: at,
    });
    return (inserted.identifiers[0] as { id: number }).id;
  }

  async tagsOf(ticketId: number): Promise<Tag[]> {
    const links = await this.database.read().findBy(TicketTag, { ticket_id: ticketId });
    const ids = links.map((link) => link.tag_id);
    return ids.length === 0
      ? []
      : this.database.read().find(Tag, { where: { id: In(ids) }, order: { name_key: 'ASC' } });
  }

  async tagsNamed(names: readonly string[]): Promise<Tag[]> {
    return this.database.read().findBy(Tag, { name_key: In(names.map(keyOf)) });
  }

  async addTag(name: string): Promise<void> {
    const slug = await this.freeTagSlug(slugOf(name).slice(0, 50));
    await this.database.write().insert(Tag, { name, name_key: keyOf(name), slug, color: DEFAULT_COLOR });
  }

  /** Different names may fold to one slug ("C++", "C#"): the later ones are numbered. */
  private async freeTagSlug(slug: string): Promise<string> {
    for (let number = 1; ; number++) {
      const candidate = number === 1 ? slug : `${slug}-${number}`;
      if (!(await this.database.read().existsBy(Tag, { slug: candidate }))) return candidate;
    }
  }

  async link(ticketId: number, tagIds: readonly number[]): Promise<void> {
    await this.database.write().insert(
      TicketTag,
      tagIds.map((tag_id) => ({ ticket_id: ticketId, tag_id })),
    );
  }

  /** Creates tags that are not known yet. @returns the names of those the ticket did not have. */
  async tagTicket(ticketId: number, names: readonly string[]): Promise<string[]> {
    const wanted = new Map(names.map((name) => [keyOf(name), name.trim()]));
    for (const tag of await this.tagsOf(ticketId)) wanted.delete(tag.name_key);
    if (wanted.size === 0) return [];
    const known = await this.tagsNamed([...wanted.keys()]);
    for (const [key, name] of wanted) {
      if (!known.some((tag) => tag.name_key === key)) await this.addTag(name);
    }
    const tags = await this.tagsNamed([...wanted.keys()]);
    await this.link(
      ticketId,
      tags.map((tag) => tag.id),
    );
    return tags.map((tag) => tag.name);
  }

  async unlink(ticketId: number, tagIds: readonly number[]): Promise<void> {
    await this.database.write().delete(TicketTag, { ticket_id: ticketId, tag_id: In([...tagIds]) });
  }
}
