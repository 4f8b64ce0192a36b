import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';

import { Database } from '@desk/platform/database';

import { DEFAULT_COLOR } from '../model/category';
import { keyOf } from '../model/naming';
import { Tag, TicketTag } from '../model/tag';
import { Labels } from './labels';

/** Which ticket has which tags, changed by adding and removing only. */
@Injectable()
export class TicketTags {
  constructor(
    private readonly database: Database,
    private readonly labels: Labels,
  ) {}

  async of(ticketId: number): Promise<Tag[]> {
    return this.database.rows<Tag>(
      `SELECT g.id, g.name, g.name_key, g.slug, g.color FROM jrd_ticket_tags l JOIN jrd_tags g ON g.id = l.tag_id
       WHERE l.ticket_id = ? ORDER BY g.name_key`,
      [ticketId],
    );
  }

  /** Creates tags that are not known yet. @returns the names of those the ticket did not have. */
  async add(ticketId: number, names: readonly string[]): Promise<string[]> {
    const wanted = new Map(names.map((name) => [keyOf(name), name.trim()]));
    wanted.delete('');
    if (wanted.size === 0) return [];
    for (const tag of await this.of(ticketId)) wanted.delete(tag.name_key);
    if (wanted.size === 0) return [];
    const known = await this.labels.tagsNamed([...wanted.keys()]);
    for (const [key, name] of wanted) {
      if (!known.some((tag) => tag.name_key === key)) await this.labels.addTag(name, DEFAULT_COLOR);
    }
    const tags = await this.labels.tagsNamed([...wanted.keys()]);
    await this.database.insert(
      TicketTag,
      tags.map((tag) => ({ ticket_id: ticketId, tag_id: tag.id })),
    );
    return tags.map((tag) => tag.name);
  }

  /** What is missing is added, what is not named is removed; the rest is left as it is. */
  async replace(ticketId: number, names: readonly string[]): Promise<{ added: string[]; removed: string[] }> {
    const wanted = new Set(names.map(keyOf));
    const gone = (await this.of(ticketId)).filter((tag) => !wanted.has(tag.name_key));
    if (gone.length > 0) {
      const tag_id = In(gone.map((tag) => tag.id));
      await this.database.write().delete(TicketTag, { ticket_id: ticketId, tag_id });
    }
    return { added: await this.add(ticketId, names), removed: gone.map((tag) => tag.name) };
  }
}
