import { Injectable } from '@nestjs/common';

import { Database, isDuplicate } from '@desk/platform/database';

import { SlaBreach } from '../model/breach';

export type NewBreach = Omit<SlaBreach, 'id'>;

@Injectable()
export class Breaches {
  constructor(private readonly database: Database) {}

  /** @returns the new record's id, or null when this deadline's miss is on record already. */
  async addOnce(breach: NewBreach): Promise<number | null> {
    try {
      const { identifiers } = await this.database.write().insert(SlaBreach, { ...breach });
      return Number(identifiers[0]?.['id']);
    } catch (error) {
      if (isDuplicate(error)) return null;
      throw error;
    }
  }

  async markNotified(id: number): Promise<void> {
    await this.database.write().update(SlaBreach, { id }, { notified: true });
  }
}
