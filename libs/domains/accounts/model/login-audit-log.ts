import { Entity, Index } from 'typeorm';

import { IdColumn, InstantColumn, LongColumn, TextColumn, UuidColumn } from '@desk/platform/database';

export const LOGIN_STATUSES = ['success', 'failed', 'locked'] as const;
export type LoginStatus = (typeof LOGIN_STATUSES)[number];

/** One attempt to sign in. Rows are only ever added; the lockout is derived from them. */
@Entity('jrd_login_audit')
@Index('ix_jrd_login_audit_email_key', ['email_key', 'status', 'timestamp'])
@Index('ix_jrd_login_audit_user_network', ['user_id', 'status', 'network'])
@Index('ix_jrd_login_audit_timestamp', ['timestamp'])
export class LoginAuditLog {
  @IdColumn()
  id!: number;

  /** Null when the address belongs to nobody. */
  @UuidColumn({ nullable: true })
  user_id!: string | null;

  @TextColumn(254)
  email_attempted!: string;

  @TextColumn(254)
  email_key!: string;

  @TextColumn(10)
  status!: LoginStatus;

  @TextColumn(45)
  ip_address!: string;

  /** The address's network, see `networkOf`. */
  @TextColumn(45)
  network!: string;

  @LongColumn()
  user_agent!: string;

  @InstantColumn()
  timestamp!: Date;
}
