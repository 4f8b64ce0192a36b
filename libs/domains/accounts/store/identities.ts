import { Injectable } from '@nestjs/common';

import { Database } from '@desk/platform/database';

import { Identity } from '../model/identity';

@Injectable()
export class Identities {
  constructor(private readonly database: Database) {}

  bySubject(issuer: string, subject: string): Promise<Identity | null> {
    return this.database.read().findOneBy(Identity, { issuer, subject });
  }

  /** Oldest first. */
  of(userId: string): Promise<Identity[]> {
    return this.database.read().find(Identity, { where: { user_id: userId }, order: { linked_at: 'ASC' } });
  }

  /** Fails with a duplicate where somebody has it already, or the person another one of its provider. */
  async add(identity: Identity): Promise<void> {
    await this.database.write().insert(Identity, identity);
  }

  async noteUse(id: string, at: Date): Promise<void> {
    await this.database.write().update(Identity, { id }, { last_used_at: at });
  }

  /** False when there was none. */
  async removeAllOf(userId: string): Promise<boolean> {
    const result = await this.database.write().delete(Identity, { user_id: userId });
    return (result.affected ?? 0) > 0;
  }

  async remove(id: string): Promise<void> {
    await this.database.write().delete(Identity, { id });
  }
}
