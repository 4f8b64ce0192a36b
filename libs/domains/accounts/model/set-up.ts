import { Entity, PrimaryColumn } from 'typeorm';

import { InstantColumn, UuidColumn } from '@desk/platform/database';

export const FIRST_SUPERADMIN = 'first-superadmin';

/** One row under a fixed key: whoever inserts it has set the desk up, and two who try at once cannot both. */
@Entity('jrd_set_up')
export class SetUp {
  @PrimaryColumn({ type: 'varchar', length: 20 })
  id!: string;

  @UuidColumn()
  user_id!: string;

  @InstantColumn()
  created_at!: Date;
}
