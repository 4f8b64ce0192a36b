import { Entity, Index } from 'typeorm';

import type { ActivityTopic, ActivityType } from '@desk/contracts';
import {
  BoolColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  LongColumn,
  TextColumn,
  UuidColumn,
} from '@desk/platform/database';

/** One line of the trail: append-only. */
@Entity('jrd_ticket_activities')
@Index('ix_ticket_activities_ticket', ['ticket_id', 'id'])
export class Activity {
  @IdColumn()
  id!: number;

  @IntColumn()
  ticket_id!: number;

  @TextColumn(20)
  activity_type!: ActivityType;

  /** What an `updated` line is about. */
  @TextColumn(20, { nullable: true })
  about!: ActivityTopic | null;

  @UuidColumn({ nullable: true })
  actor_id!: string | null;

  /** Name of the rule, or `system`; empty for people. */
  @TextColumn(200)
  actor_name!: string;

  @TextColumn(255)
  old_value!: string;

  @TextColumn(255)
  new_value!: string;

  @LongColumn()
  description!: string;

  /** What the person, or the rule, gave as the reason of an escalation; empty otherwise. */
  @TextColumn(1000)
  reason!: string;

  /** False for what customers never see: notes, escalation, SLA, labels. */
  @BoolColumn()
  is_public!: boolean;

  @InstantColumn()
  created_at!: Date;
}

export const MAX_VALUE_LENGTH = 255;

/** What customers read of the trail; comments and attachments only where they may read those. */
export const CUSTOMERS_READ: readonly ActivityType[] = [
  'created',
  'status_changed',
  'assigned',
  'priority_changed',
  'resolved',
  'closed',
  'reopened',
  'commented',
  'attachment_added',
];
