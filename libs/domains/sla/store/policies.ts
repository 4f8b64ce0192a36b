import { Injectable } from '@nestjs/common';

import type { Priority } from '@desk/contracts';
import { Database } from '@desk/platform/database';

import { Promises, SlaPolicy } from '../model/policy';

@Injectable()
export class Policies {
  constructor(private readonly database: Database) {}

  byId(id: number): Promise<SlaPolicy | null> {
    return this.database.read().findOneBy(SlaPolicy, { id });
  }

  /** The policy that applies to a priority: the oldest active one. Read with every new ticket, so without an entity. */
  async forPriority(priority: Priority): Promise<Promises | null> {
    const [policy] = await this.database.rows<Promises>(
      `SELECT id, response_time_hours, resolution_time_hours FROM jrd_sla_policies
       WHERE is_active = 1 AND priority = ? ORDER BY id LIMIT 1`,
      [priority],
    );
    return policy ?? null;
  }

  async namesOf(ids: readonly number[]): Promise<Map<number, string>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.rows<{ id: number; name: string }>(
      `SELECT id, name FROM jrd_sla_policies WHERE id IN (${ids.map(() => '?').join(', ')})`,
      [...ids],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** Whether any clock has ever counted by this policy. */
  async isUsed(id: number): Promise<boolean> {
    const rows = await this.database.rows('SELECT id FROM jrd_sla_clock_events WHERE policy_id = ? LIMIT 1', [
      id,
    ]);
    return rows.length > 0;
  }

  async add(policy: SlaPolicy): Promise<void> {
    await this.database.write().insert(SlaPolicy, policy);
  }

  async save({ id, ...columns }: SlaPolicy): Promise<void> {
    await this.database.write().update(SlaPolicy, { id }, columns);
  }

  async remove(id: number): Promise<void> {
    await this.database.write().delete(SlaPolicy, { id });
  }
}
