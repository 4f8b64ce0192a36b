import { Entity, Index } from 'typeorm';

import {
  MAX_ESCALATION_LEVEL,
  type Priority,
  PRIORITIES,
  type TicketSource,
  type TicketStatus,
} from '@desk/contracts';
import {
  BoolColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  LongColumn,
  SmallColumn,
  TextColumn,
  UuidColumn,
} from '@desk/platform/database';

import { TicketChanges } from './events';
import { escalationLimit } from './errors';
import { isSolved } from './ticket-status';

/** What an edit may set. Absent means untouched. */
export interface TicketEdit {
  title?: string;
  description?: string;
  status?: TicketStatus;
  priority?: Priority;
  category_id?: number | null;
  assigned_agent_id?: string | null;
  due_date?: Date | null;
}

/** A customer's request and its state. Methods keep the rules; stores and actions only carry. */
@Entity('jrd_tickets')
@Index('ux_tickets_ticket_id', ['ticket_id'], { unique: true })
@Index('ix_tickets_live', ['deleted_at'])
@Index('ix_tickets_number', ['deleted_at', 'ticket_id'])
@Index('ix_tickets_created_at', ['deleted_at', 'created_at'])
@Index('ix_tickets_updated_at', ['deleted_at', 'updated_at'])
@Index('ix_tickets_status', ['deleted_at', 'status', 'created_at'])
@Index('ix_tickets_status_updated', ['deleted_at', 'status', 'updated_at'])
@Index('ix_tickets_status_priority', ['deleted_at', 'status', 'priority_rank', 'created_at'])
@Index('ix_tickets_priority', ['deleted_at', 'priority_rank', 'created_at'])
@Index('ix_tickets_agent', ['deleted_at', 'assigned_agent_id', 'status', 'created_at'])
@Index('ix_tickets_customer', ['deleted_at', 'customer_id', 'status', 'created_at'])
@Index('ix_tickets_category', ['deleted_at', 'category_id', 'created_at'])
@Index('ix_tickets_due', ['deleted_at', 'due_date'])
@Index('ix_tickets_response_due', ['deleted_at', 'sla_response_deadline'])
@Index('ix_tickets_resolution_due', ['deleted_at', 'sla_resolution_deadline'])
export class Ticket {
  @IdColumn()
  id!: number;

  /** The number people see: JRD-A3X9K2. */
  @TextColumn(20)
  ticket_id!: string;

  @TextColumn(300)
  title!: string;

  @LongColumn()
  description!: string;

  @IntColumn({ nullable: true })
  category_id!: number | null;

  @TextColumn(10)
  priority!: Priority;

  /** 0 low to 3 urgent, so that an index can order by it. */
  @SmallColumn()
  priority_rank!: number;

  @TextColumn(15)
  status!: TicketStatus;

  @UuidColumn()
  customer_id!: string;

  @UuidColumn({ nullable: true })
  assigned_agent_id!: string | null;

  @IntColumn({ nullable: true })
  sla_policy_id!: number | null;

  @InstantColumn({ nullable: true })
  sla_response_deadline!: Date | null;

  @InstantColumn({ nullable: true })
  sla_resolution_deadline!: Date | null;

  @BoolColumn({ nullable: true })
  sla_response_met!: boolean | null;

  @BoolColumn({ nullable: true })
  sla_resolution_met!: boolean | null;

  @InstantColumn({ nullable: true })
  first_response_at!: Date | null;

  @InstantColumn({ nullable: true })
  resolved_at!: Date | null;

  @InstantColumn({ nullable: true })
  due_date!: Date | null;

  @TextColumn(20)
  source!: TicketSource;

  @BoolColumn()
  is_escalated!: boolean;

  @SmallColumn()
  escalation_level!: number;

  @SmallColumn({ nullable: true })
  csat_rating!: number | null;

  @LongColumn({ nullable: true })
  csat_feedback!: string | null;

  @InstantColumn()
  created_at!: Date;

  @InstantColumn()
  updated_at!: Date;

  /** Grows with every change; what staff compare. */
  @IntColumn()
  version!: number;

  /** The same for changes the customer may see: an internal note moves neither of these two. */
  @InstantColumn()
  public_updated_at!: Date;

  @IntColumn()
  public_version!: number;

  /** The closed ticket whose customer wrote again. */
  @IntColumn({ nullable: true })
  follow_up_of!: number | null;

  @InstantColumn({ nullable: true })
  deleted_at!: Date | null;

  static open(fields: {
    ticketId: string;
    title: string;
    description: string;
    priority: Priority;
    categoryId: number | null;
    customerId: string;
    source: TicketSource;
    dueDate: Date | null;
    followUpOf: number | null;
    at: Date;
  }): Ticket {
    return Object.assign(new Ticket(), {
      ticket_id: fields.ticketId,
      title: fields.title,
      description: fields.description,
      category_id: fields.categoryId,
      priority: fields.priority,
      priority_rank: rankOf(fields.priority),
      status: 'open',
      customer_id: fields.customerId,
      assigned_agent_id: null,
      sla_policy_id: null,
      sla_response_deadline: null,
      sla_resolution_deadline: null,
      sla_response_met: null,
      sla_resolution_met: null,
      first_response_at: null,
      resolved_at: null,
      due_date: fields.dueDate,
      source: fields.source,
      is_escalated: false,
      escalation_level: 0,
      csat_rating: null,
      csat_feedback: null,
      created_at: fields.at,
      updated_at: fields.at,
      version: 1,
      public_updated_at: fields.at,
      public_version: 1,
      follow_up_of: fields.followUpOf,
      deleted_at: null,
    } satisfies Omit<Ticket, 'id' | keyof TicketMethods>);
  }

  /** Applies an edit; what already is so is no change. */
  edit(edit: TicketEdit, at: Date): TicketChanges {
    const changes: TicketChanges = {};
    for (const field of ['title', 'description', 'category_id', 'assigned_agent_id'] as const) {
      const after = edit[field];
      if (after === undefined || after === this[field]) continue;
      Object.assign(changes, { [field]: { before: this[field], after } });
      Object.assign(this, { [field]: after });
    }
    if (edit.priority !== undefined && edit.priority !== this.priority) {
      changes.priority = { before: this.priority, after: edit.priority };
      this.priority = edit.priority;
      this.priority_rank = rankOf(edit.priority);
    }
    if (edit.due_date !== undefined && edit.due_date?.getTime() !== this.due_date?.getTime()) {
      changes.due_date = {
        before: this.due_date?.toISOString() ?? null,
        after: edit.due_date?.toISOString() ?? null,
      };
      this.due_date = edit.due_date;
    }
    if (edit.status !== undefined && edit.status !== this.status) {
      changes.status = { before: this.status, after: edit.status };
      this.moveTo(edit.status, at);
    }
    return changes;
  }

  /** One level up. @throws conflict `escalation_limit` at the top: no route passes it. */
  escalate(): void {
    if (this.escalation_level >= MAX_ESCALATION_LEVEL) throw escalationLimit();
    this.escalation_level += 1;
    this.is_escalated = true;
  }

  rate(rating: number, feedback: string | null): void {
    this.csat_rating = rating;
    this.csat_feedback = feedback;
  }

  putInTrash(at: Date): void {
    this.deleted_at = at;
    this.touch(at, true);
  }

  touch(at: Date, isPublic: boolean): void {
    this.version += 1;
    this.updated_at = at;
    if (!isPublic) return;
    this.public_version += 1;
    this.public_updated_at = at;
  }

  /** The product itself set something that shows: versions grow, but it is no news, so the times stay. */
  restamp(): void {
    this.version += 1;
    this.public_version += 1;
  }

  get isSolved(): boolean {
    return isSolved(this.status);
  }

  /** Closing without resolving ends the work all the same; reopening takes back what resolving set. */
  private moveTo(status: TicketStatus, at: Date): void {
    const solvedBefore = this.isSolved;
    this.status = status;
    if (this.isSolved && !solvedBefore) this.resolved_at = at;
    if (!this.isSolved && solvedBefore) {
      this.resolved_at = null;
      this.sla_resolution_met = null;
    }
  }
}

type TicketMethods = Pick<
  Ticket,
  'edit' | 'escalate' | 'rate' | 'putInTrash' | 'touch' | 'restamp' | 'isSolved'
>;

export function rankOf(priority: Priority): number {
  return PRIORITIES.indexOf(priority);
}
