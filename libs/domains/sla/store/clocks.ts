import { Injectable } from '@nestjs/common';

import type { SlaClockKind } from '@desk/contracts';
import { Database, toColumn, toDate } from '@desk/platform/database';

import { SlaClock } from '../model/clock';
import { SlaClockEvent } from '../model/clock-event';

export type NewClockEvent = Omit<SlaClockEvent, 'id'>;

/** A running clock whose deadline has passed. */
export interface DueClock {
  id: number;
  ticket_id: number;
  kind: SlaClockKind;
  policy_id: number | null;
  deadline: Date;
}

type DueRow = Omit<DueClock, 'deadline'> & { deadline: string };

const NEXT_DUE = `SELECT id, ticket_id, kind, policy_id, deadline FROM jrd_sla_clocks
  WHERE state = 'running' AND deadline < ? ORDER BY deadline, ticket_id, kind LIMIT 1`;

@Injectable()
export class Clocks {
  constructor(private readonly database: Database) {}

  ofTicket(ticketId: number): Promise<SlaClock[]> {
    return this.database.read().find(SlaClock, { where: { ticket_id: ticketId }, order: { id: 'ASC' } });
  }

  /** Everything that happened to the clocks of a ticket, in the order in which it was recorded. */
  historyOf(ticketId: number): Promise<SlaClockEvent[]> {
    return this.database.read().find(SlaClockEvent, { where: { ticket_id: ticketId }, order: { id: 'ASC' } });
  }

  /** Two statements whatever the number of clocks: this is part of every ticket's creation. */
  async start(clocks: readonly SlaClock[], events: readonly NewClockEvent[]): Promise<void> {
    await this.database.insert(SlaClock, clocks);
    await this.record(events);
  }

  async record(events: readonly NewClockEvent[]): Promise<void> {
    await this.database.insert(SlaClockEvent, events);
  }

  async save({ id, ...columns }: SlaClock): Promise<void> {
    await this.database.update(SlaClock, { id }, columns);
  }

  /** The one whose deadline passed first, through the index on state and deadline: nothing that is not due is read. */
  async nextDue(now: Date): Promise<DueClock | null> {
    const [row] = await this.database.rows<DueRow>(NEXT_DUE, [toColumn(now)]);
    return row === undefined ? null : { ...row, deadline: toDate(row.deadline) };
  }

  /** The look that is taken each second. */
  async anyDue(now: Date): Promise<boolean> {
    const rows = await this.database.rows(
      `SELECT id FROM jrd_sla_clocks WHERE state = 'running' AND deadline < ? LIMIT 1`,
      [toColumn(now)],
    );
    return rows.length > 0;
  }

  /** @returns false when another worker, or a listener in this very transaction, got to the clock first. */
  async markBreached({ id, deadline }: DueClock): Promise<boolean> {
    const { affected } = await this.database
      .write()
      .update(
        SlaClock,
        { id, state: 'running', deadline },
        { state: 'breached', met: false, breached_at: deadline },
      );
    return affected === 1;
  }
}
