import { Entity, Index } from 'typeorm';

import type { NotificationType } from '@desk/contracts';
import {
  BoolColumn,
  InstantColumn,
  IntColumn,
  LongColumn,
  TextColumn,
  UuidColumn,
  UuidPrimaryColumn,
} from '@desk/platform/database';

export const TITLE_MAX = 255;

/** Something one person was told. */
@Entity('jrd_notifications')
@Index('ix_notifications_user_created', ['user_id', 'created_at', 'id'])
@Index('ix_notifications_user_read', ['user_id', 'is_read', 'created_at', 'id'])
@Index('ix_notifications_read_at', ['read_at'])
@Index('ux_notifications_user_event', ['user_id', 'event_id'], { unique: true })
export class Notification {
  @UuidPrimaryColumn()
  id!: string;

  @UuidColumn()
  user_id!: string;

  @TextColumn(TITLE_MAX)
  title!: string;

  @LongColumn()
  message!: string;

  @TextColumn(25)
  notification_type!: NotificationType;

  @IntColumn({ nullable: true })
  ticket_id!: number | null;

  @BoolColumn()
  is_read!: boolean;

  @InstantColumn({ nullable: true })
  read_at!: Date | null;

  @InstantColumn()
  created_at!: Date;

  /** What it tells of: one event is told to one person once. */
  @UuidColumn()
  event_id!: string;
}
