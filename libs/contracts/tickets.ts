export const TICKET_STATUSES = ['open', 'in_progress', 'pending', 'resolved', 'closed'] as const;
export type TicketStatus = (typeof TICKET_STATUSES)[number];

/** A ticket in one of these still wants work. */
export const UNSOLVED_STATUSES = [
  'open',
  'in_progress',
  'pending',
] as const satisfies readonly TicketStatus[];

export const PRIORITIES = ['low', 'medium', 'high', 'urgent'] as const;
export type Priority = (typeof PRIORITIES)[number];

export const TICKET_SOURCES = ['web', 'email', 'api', 'phone'] as const;
export type TicketSource = (typeof TICKET_SOURCES)[number];

export const COMMENT_TYPES = ['reply', 'internal_note', 'system'] as const;
export type CommentType = (typeof COMMENT_TYPES)[number];

export const ACTIVITY_TYPES = [
  'created',
  'status_changed',
  'assigned',
  'escalated',
  'priority_changed',
  'commented',
  'tag_added',
  'category_changed',
  'resolved',
  'closed',
  'reopened',
  'due_date_set',
  'sla_breached',
  'attachment_added',
  'updated',
] as const;
export type ActivityType = (typeof ACTIVITY_TYPES)[number];

/** What an `updated` line is about; the kinds of activity have no other name for it. */
export const ACTIVITY_TOPICS = ['title', 'description', 'tags', 'rating', 'follow_up', 'deletion'] as const;
export type ActivityTopic = (typeof ACTIVITY_TOPICS)[number];

export const MAX_ESCALATION_LEVEL = 3;

export const STATUS_COLORS: Record<TicketStatus, string> = {
  open: '#3b82f6',
  in_progress: '#8b5cf6',
  pending: '#f59e0b',
  resolved: '#10b981',
  closed: '#6b7280',
};

export const PRIORITY_COLORS: Record<Priority, string> = {
  low: '#10b981',
  medium: '#3b82f6',
  high: '#f59e0b',
  urgent: '#ef4444',
};
