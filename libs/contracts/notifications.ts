export const NOTIFICATION_TYPES = [
  'ticket_created',
  'ticket_assigned',
  'ticket_updated',
  'ticket_resolved',
  'comment_added',
  'status_change',
  'priority_change',
  'sla_breach',
  'automation',
  'system',
] as const;
export type NotificationType = (typeof NOTIFICATION_TYPES)[number];

/** A notification as the REST API and the socket show it. */
export interface NotificationView {
  id: string;
  title: string;
  message: string;
  notification_type: NotificationType;
  ticket: { id: number; ticket_id: string; title: string } | null;
  is_read: boolean;
  read_at: string | null;
  created_at: string;
}
