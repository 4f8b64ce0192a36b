import { Entity, Index } from 'typeorm';

import { IdColumn, InstantColumn, TextColumn, UuidColumn } from '@desk/platform/database';

export const RECOVERY_CODES = 10;

/** Stands in for the authenticator app once, when the telephone is gone. */
@Entity('jrd_recovery_codes')
@Index('ux_jrd_recovery_codes_user_code', ['user_id', 'code_hash'], { unique: true })
export class RecoveryCode {
  @IdColumn()
  id!: number;

  @UuidColumn()
  user_id!: string;

  /** Under a key of the workspace. */
  @TextColumn(64)
  code_hash!: string;

  @InstantColumn()
  created_at!: Date;

  @InstantColumn({ nullable: true })
  used_at!: Date | null;
}
