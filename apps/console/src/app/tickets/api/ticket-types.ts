import {
  type ActivityType,
  type CommentType,
  type Priority,
  type Role,
  type TicketStatus,
} from '@desk/contracts';

export interface Page<T> {
  count: number;
  /** True when there are more than `count`. */
  count_capped?: boolean;
  results: T[];
}

export interface Person {
  id: string;
  full_name: string;
  initials: string;
  email: string;
  avatar: string | null;
  role: Role;
}

export interface Category {
  id: number;
  name: string;
  is_active: boolean;
}

export interface Ticket {
  id: number;
  /** What people call it: `JRD-7K3XQM`. */
  ticket_id: string;
  title: string;
  category: Category | null;
  priority: Priority;
  status: TicketStatus;
  tags: { name: string; color: string }[];
  customer: Person | null;
  assigned_agent: Person | null;
  sla_response_deadline: string | null;
  sla_resolution_deadline: string | null;
  first_response_at: string | null;
  resolved_at: string | null;
  escalation_level?: number;
  created_at: string;
  updated_at: string;
  version: number;
}

export interface TicketDetail extends Ticket {
  description: string;
}

export interface Attachment {
  id: number;
  /** The comment it came with; null: the ticket itself. */
  comment: number | null;
  filename: string;
  file_size: number;
  content_type: string;
}

export interface Comment {
  id: number;
  author: Person | null;
  author_name: string;
  content: string;
  comment_type: CommentType;
  attachments: Attachment[];
  created_at: string;
}

export interface Activity {
  id: number;
  activity_type: ActivityType;
  actor_name: string;
  old_value: string;
  new_value: string;
  description: string;
  created_at: string;
}

export const TICKET_SORTS = ['updated_at', '-updated_at', 'priority', '-priority', 'id', '-id'] as const;
export type TicketSort = (typeof TICKET_SORTS)[number];

export interface TicketQuery {
  page: number;
  page_size: number;
  ordering: TicketSort;
  status?: TicketStatus[];
  priority?: Priority[];
  /** A person's id, or `none`. */
  assigned_agent?: string;
  search?: string;
}

export interface TicketChange {
  status?: TicketStatus;
  priority?: Priority;
  category?: number | null;
}

export interface NewComment {
  content: string;
  comment_type: CommentType;
  upload_ids: string[];
  /** A newer one answers 409 `newer_comments`. */
  last_seen_comment?: number;
}
