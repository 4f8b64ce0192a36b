import { Entity, PrimaryColumn } from 'typeorm';

import { type Role } from '@desk/contracts';
import { InstantColumn } from '@desk/platform/database';

/** A role that must have a second factor. */
@Entity('jrd_factor_roles')
export class FactorRole {
  @PrimaryColumn({ type: 'varchar', length: 20 })
  role!: Role;

  @InstantColumn()
  created_at!: Date;
}
