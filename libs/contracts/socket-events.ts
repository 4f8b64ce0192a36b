import { NotificationView } from './notifications';

export const SOCKET_PATH = '/ws/';
export const NOTIFICATIONS_NAMESPACE = '/notifications';

export type PresenceState = 'viewing' | 'replying';

export interface TicketPresence {
  ticket_id: number;
  users: { id: string; name: string; state: PresenceState }[];
}

export interface TicketChangedPush {
  ticket_id: number;
  version: number;
}

/** What the server sends on `/notifications`. A push may come twice with the same id: clients drop the repeat. */
export interface NotificationsServerEvents {
  notification: (notification: NotificationView) => void;
  unread_count: (count: { count: number }) => void;
  'ticket:changed': (change: TicketChangedPush) => void;
  'ticket:presence': (presence: TicketPresence) => void;
}

export type SocketAck = { ok: true } | { ok: false; error: string };

/** What a client sends on `/notifications`; every event is acknowledged. */
export interface NotificationsClientEvents {
  'ticket:watch': (watch: { ticket_id: number; state?: PresenceState }, ack?: (answer: SocketAck) => void) => void;
  'ticket:unwatch': (watch: { ticket_id: number }, ack?: (answer: SocketAck) => void) => void;
  'tickets:watch': (watch: { ticket_ids: number[] }, ack?: (answer: SocketAck) => void) => void;
}
