import { Injectable } from '@nestjs/common';

import { Database } from '@desk/platform/database';
import { type Actor, isCustomerActor } from '@desk/platform/security';

export interface TagLink {
  ticket_id: number;
  name: string;
  color: string;
}

export interface CategoryRow {
  id: number;
  name: string;
  slug: string;
  description: string;
  color: string;
  is_active: number;
}

const CATEGORY = 'id, name, slug, description, color, is_active';

/** Categories and tags as they are shown: columns, no entities. */
@Injectable()
export class LabelReads {
  constructor(private readonly database: Database) {}

  /** Of many tickets at once, by name. */
  async tagsOf(ticketIds: readonly number[]): Promise<TagLink[]> {
    if (ticketIds.length === 0) return [];
    return this.database.rows<TagLink>(
      `SELECT l.ticket_id, g.name, g.color FROM jrd_ticket_tags l JOIN jrd_tags g ON g.id = l.tag_id
       WHERE l.ticket_id IN (${ticketIds.map(() => '?').join(', ')}) ORDER BY g.name_key`,
      [...ticketIds],
    );
  }

  /** Beside the tickets that have them, active or not. */
  async categoriesById(ids: readonly number[]): Promise<Map<number, CategoryRow>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.rows<CategoryRow>(
      `SELECT ${CATEGORY} FROM jrd_categories WHERE id IN (${ids.map(() => '?').join(', ')})`,
      [...ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** By name; for customers the active ones. */
  categories(actor: Actor): Promise<CategoryRow[]> {
    return this.database.rows<CategoryRow>(
      `SELECT ${CATEGORY} FROM jrd_categories WHERE ${shownTo(actor)} ORDER BY name_key`,
    );
  }

  async category(actor: Actor, id: number): Promise<CategoryRow | null> {
    const [row] = await this.database.rows<CategoryRow>(
      `SELECT ${CATEGORY} FROM jrd_categories WHERE id = ? AND ${shownTo(actor)}`,
      [id],
    );
    return row ?? null;
  }
}

function shownTo(actor: Actor): string {
  return isCustomerActor(actor) ? 'is_active = 1' : '1 = 1';
}
