import {
  PRIORITIES,
  type Priority,
  TICKET_SOURCES,
  TICKET_STATUSES,
  type TicketSource,
  type TicketStatus,
} from '@desk/contracts';
import { Instant, Int, IntParam, Line, Lines, OneOf, Text, Uuid, Uuids } from '@desk/platform/http';

export class CreateTicketBody {
  @Line({ max: 300 })
  title!: string;

  @Text({ max: 100000 })
  description!: string;

  @OneOf(PRIORITIES, { name: 'Priority', optional: true })
  priority?: Priority;

  @IntParam({ nullable: true, description: 'Category id.' })
  category?: number | null;

  @Uuid({ optional: true, description: 'Staff only: for whom.' })
  customer?: string;

  @Uuid({ optional: true, nullable: true, description: 'Staff only: who takes care of it.' })
  assigned_agent?: string | null;

  @OneOf(TICKET_SOURCES, {
    name: 'TicketSource',
    optional: true,
    description: 'Staff only: `phone` or `email`.',
  })
  source?: TicketSource;

  @Instant({ optional: true, nullable: true, description: 'Staff only.' })
  due_date?: string | null;

  @Lines({ maxItems: 20, max: 50, optional: true, description: 'Staff only.' })
  tags?: string[];

  @Uuids({ maxItems: 20, optional: true })
  upload_ids?: string[];
}

export class UpdateTicketBody {
  @Line({ max: 300, optional: true })
  title?: string;

  @Text({ max: 100000, optional: true })
  description?: string;

  @OneOf(TICKET_STATUSES, { name: 'TicketStatus', optional: true })
  status?: TicketStatus;

  @OneOf(PRIORITIES, { name: 'Priority', optional: true })
  priority?: Priority;

  @Int({ optional: true, nullable: true })
  category?: number | null;

  @Uuid({ optional: true, nullable: true })
  assigned_agent?: string | null;

  @Instant({ optional: true, nullable: true })
  due_date?: string | null;

  @Lines({ maxItems: 20, max: 50, optional: true, description: 'All of them; others are taken away.' })
  tags?: string[];
}

export class AssignBody {
  @Text({ max: 36, nullable: true, description: 'A user id, `me` to claim, or null for nobody.' })
  agent_id!: string | null;
}

export class EscalateBody {
  @Text({ max: 1000, min: 0, optional: true })
  reason?: string;
}

export class RateBody {
  @Int({ min: 1, max: 5 })
  rating!: number;

  @Text({ max: 5000, min: 0, optional: true })
  feedback?: string;
}
