import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';

import { UNSOLVED_STATUSES } from '@desk/contracts';
import { Database, isDuplicate } from '@desk/platform/database';

import { Ticket } from '../model/ticket';
import { randomTicketNumber } from './ticket-number';

const NUMBER_TRIES = 5;

@Injectable()
export class Tickets {
  /** What each ticket was when it was read: only what differs is written, so no other index of the table is touched. */
  private readonly stored = new WeakMap<Ticket, Ticket>();

  constructor(private readonly database: Database) {}

  /** By the integer id or by the number people see, in either case of letters; trash included. Held until it is saved. */
  async find(key: string | number): Promise<Ticket | null> {
    const byId = typeof key === 'number' || /^\d{1,9}$/.test(key);
    const criteria = byId ? { id: Number(key) } : { ticket_id: key.toUpperCase() };
    const ticket = await this.database.hold(Ticket, criteria);
    if (ticket !== null) this.stored.set(ticket, { ...ticket } as Ticket);
    return ticket;
  }

  /** Gives the ticket its number and id. Two equal random numbers meet at the unique index: the later one draws again. */
  async add(ticket: Ticket): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      ticket.ticket_id = randomTicketNumber();
      try {
        ticket.id = await this.database.insert(Ticket, ticket);
        return;
      } catch (error) {
        if (attempt === NUMBER_TRIES || !isDuplicate(error)) throw error;
      }
    }
  }

  async save(ticket: Ticket): Promise<void> {
    const before = this.stored.get(ticket);
    const changed = Object.fromEntries(
      Object.entries(ticket).filter(([column, value]) => before?.[column as keyof Ticket] !== value),
    );
    if (Object.keys(changed).length === 0) return;
    await this.database.update(Ticket, { id: ticket.id }, changed);
    this.stored.set(ticket, { ...ticket } as Ticket);
  }

  /** Ids of unsolved tickets that this person holds, at most so many. */
  async unsolvedOf(agentId: string, limit: number): Promise<number[]> {
    const rows = await this.database.rows<{ id: number }>(
      `SELECT id FROM jrd_tickets WHERE deleted_at IS NULL AND assigned_agent_id = ?
       AND status IN (${UNSOLVED_STATUSES.map(() => '?').join(', ')}) LIMIT ?`,
      [agentId, ...UNSOLVED_STATUSES, limit],
    );
    return rows.map((row) => row.id);
  }

  /** True for exactly one of any number of simultaneous claims. */
  async claim(id: number, agentId: string): Promise<boolean> {
    const criteria = { id, assigned_agent_id: IsNull() };
    const result = await this.database.write().update(Ticket, criteria, { assigned_agent_id: agentId });
    return result.affected === 1;
  }
}
