import { Entity } from 'typeorm';

import { IdColumn, UuidColumn } from '@desk/platform/database';

/**
 * The one row that tells whether compiled rules in memory are still those of the database. A fresh random token with
 * every change, never a counter: a counted number could come again after a rollback and stand for other rules.
 */
@Entity('jrd_automation_revision')
export class RuleRevision {
  @IdColumn()
  id!: number;

  @UuidColumn()
  token!: string;
}
