import { Injectable } from '@nestjs/common';

import { CommittedMemo, Database } from '@desk/platform/database';
import {
  COUNT_CAP,
  type Cursor,
  encodeCursor,
  Filter,
  Listing,
  type ListPage,
  type Slice,
} from '@desk/platform/http';
import { type Actor, isCustomerActor } from '@desk/platform/security';

import { keyOf } from '../model/naming';

/** Beside a ticket. */
export interface TagBrief {
  name: string;
  color: string;
}

/** Beside a ticket. */
export interface CategoryBrief {
  id: number;
  name: string;
  slug: string;
  color: string;
}

export interface CategoryRow extends CategoryBrief {
  description: string;
  is_active: number;
}

export interface TagRow {
  id: number;
  name: string;
  slug: string;
  color: string;
}

export interface CategoryListQuery extends ListPage {
  search: string;
  isActive?: boolean;
  descending: boolean;
}

export interface TagListQuery {
  search: string;
  descending: boolean;
  size: number;
  page: number;
  /** Undefined for pages; null begins a walk. */
  cursor?: Cursor | null;
}

const CATEGORY = 'id, name, slug, description, color, is_active';

/** Categories and tags as they are shown: columns, no entities. */
@Injectable()
export class LabelReads {
  private readonly known: CommittedMemo<number, CategoryBrief>;
  private readonly tagged: CommittedMemo<number, TagBrief[]>;
  private readonly listing: Listing;

  constructor(private readonly database: Database) {
    this.known = new CommittedMemo(database);
    this.tagged = new CommittedMemo(database);
    this.listing = new Listing(database);
  }

  /** Of many tickets at once, by name. */
  tagsByTicket(ticketIds: readonly number[]): Promise<Map<number, TagBrief[]>> {
    return this.tagged.get(ticketIds, async (missing) => {
      const links = await this.database.rows<TagBrief & { ticket_id: number }>(
        `SELECT l.ticket_id, g.name, g.color FROM jrd_ticket_tags l JOIN jrd_tags g ON g.id = l.tag_id
         WHERE l.ticket_id IN (${missing.map(() => '?').join(', ')}) ORDER BY g.name_key`,
        missing,
      );
      const tags = new Map<number, TagBrief[]>(missing.map((id) => [id, []]));
      for (const { ticket_id, name, color } of links) tags.get(ticket_id)?.push({ name, color });
      return tags;
    });
  }

  /** Beside the tickets that have them, active or not. */
  categoriesById(ids: readonly number[]): Promise<Map<number, CategoryBrief>> {
    return this.known.get(ids, async (missing) => {
      const rows = await this.database.rows<CategoryBrief>(
        `SELECT id, name, slug, color FROM jrd_categories WHERE id IN (${missing.map(() => '?').join(', ')})`,
        missing,
      );
      return rows.map((row) => [row.id, row] as const);
    });
  }

  /** By name; for customers the active ones. */
  categories(actor: Actor, { search, isActive, ...page }: CategoryListQuery): Promise<Slice<CategoryRow>> {
    const filter = new Filter().add(shownTo(actor)).add("name_key LIKE ? ESCAPE '!'", like(search));
    if (isActive !== undefined) filter.add('is_active = ?', isActive ? 1 : 0);
    const { where, parameters } = filter;
    const by = { key: 'id', sort: 'name_key' };
    return this.listing.page({
      columns: CATEGORY,
      from: 'jrd_categories',
      where,
      parameters,
      ...by,
      ...page,
    });
  }

  async category(actor: Actor, id: number): Promise<CategoryRow | null> {
    const [row] = await this.database.rows<CategoryRow>(
      `SELECT ${CATEGORY} FROM jrd_categories WHERE id = ? AND ${shownTo(actor)}`,
      [id],
    );
    return row ?? null;
  }

  async tag(id: number): Promise<TagRow | null> {
    const [row] = await this.database.rows<TagRow>(
      'SELECT id, name, slug, color FROM jrd_tags WHERE id = ?',
      [id],
    );
    return row ?? null;
  }

  /** Names are unique, so a name alone is a place in the walk. */
  async tags({ search, descending, size, page, cursor }: TagListQuery): Promise<Slice<TagRow>> {
    const [beyond, direction] = descending ? ['<', 'DESC'] : ['>', 'ASC'];
    const place = cursor ? `AND name_key ${beyond} ?` : '';
    const found = await this.database.rows<TagRow & { name_key: string }>(
      `SELECT id, name, slug, color, name_key FROM jrd_tags WHERE name_key LIKE ? ESCAPE '!' ${place}
       ORDER BY name_key ${direction} LIMIT ? OFFSET ?`,
      [
        like(search),
        ...(cursor ? [cursor.value] : []),
        size + 1,
        cursor === undefined ? (page - 1) * size : 0,
      ],
    );
    const [counted] = await this.database.rows<{ n: number }>(
      `SELECT count(*) AS n FROM (SELECT 1 FROM jrd_tags WHERE name_key LIKE ? ESCAPE '!' LIMIT ${COUNT_CAP + 1}) capped`,
      [like(search)],
    );
    const count = counted?.n ?? 0;
    const rows = found.slice(0, size).map(({ id, name, slug, color }) => ({ id, name, slug, color }));
    const last = found[size - 1];
    const goesOn = cursor !== undefined && found.length > size && last !== undefined;
    return {
      rows,
      count: Math.min(count, COUNT_CAP),
      countCapped: count > COUNT_CAP,
      nextCursor: goesOn ? encodeCursor({ value: last.name_key, id: last.id }) : null,
    };
  }
}

/** Anywhere in the text; the pattern's own signs are taken literally. */
function like(search: string): string {
  return `%${keyOf(search).replace(/[!%_]/g, '!$&')}%`;
}

function shownTo(actor: Actor): string {
  return isCustomerActor(actor) ? 'is_active = 1' : '1 = 1';
}
