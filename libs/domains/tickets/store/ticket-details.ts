import { Injectable } from '@nestjs/common';

import { Database } from '@desk/platform/database';
import { type Actor } from '@desk/platform/security';

import { visibleTo } from '../model/ticket-access';
import { DETAIL_COLUMNS, type TicketDetailRow } from './ticket-row';

/** One ticket, as columns. Whoever may not know of it finds nothing. */
@Injectable()
export class TicketDetails {
  constructor(private readonly database: Database) {}

  async ticket(actor: Actor, key: string | number): Promise<TicketDetailRow | null> {
    return this.one<TicketDetailRow>(actor, key, DETAIL_COLUMNS);
  }

  async idOf(actor: Actor, key: string | number): Promise<number | null> {
    return (await this.one<{ id: number }>(actor, key, 't.id'))?.id ?? null;
  }

  /** By the integer id or by the number people see, in either case of letters. */
  private async one<T>(actor: Actor, key: string | number, columns: string): Promise<T | null> {
    const byId = typeof key === 'number' || /^\d{1,9}$/.test(key);
    const { sql, parameters } = visibleTo(actor);
    const [row] = await this.database.rows<T>(
      `SELECT ${columns} FROM jrd_tickets t WHERE ${byId ? 't.id' : 't.ticket_id'} = ? AND ${sql}`,
      [byId ? Number(key) : key.toUpperCase(), ...parameters],
    );
    return row ?? null;
  }
}
