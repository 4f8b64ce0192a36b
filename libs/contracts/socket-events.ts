import { type NotificationView } from './notifications';

export const SOCKET_PATH = '/ws/';
export const NOTIFICATIONS_NAMESPACE = '/notifications';

/** Every namespace there is: whoever must leave leaves all of them. */
export const SOCKET_NAMESPACES = [NOTIFICATIONS_NAMESPACE] as const;

export const PRESENCE_STATES = ['viewing', 'replying'] as const;
export type PresenceState = (typeof PRESENCE_STATES)[number];

/** Who watches a ticket says so again within this time, or is taken to have left. */
export const PRESENCE_SECONDS = 25;

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

export interface SocketRefusal {
  ok: false;
  error: string;
}

export type SocketAck = { ok: true } | SocketRefusal;

/** `version` is the ticket's now, as this person counts: whoever shows an older one has missed a push and reloads. */
export type WatchAck = { ok: true; version: number } | SocketRefusal;

/** What a client sends on `/notifications`; every event is acknowledged. */
export interface NotificationsClientEvents {
  'ticket:watch': (
    watch: { ticket_id: number; state?: PresenceState },
    ack?: (answer: WatchAck) => void,
  ) => void;
  'ticket:unwatch': (watch: { ticket_id: number }, ack?: (answer: SocketAck) => void) => void;
  'tickets:watch': (watch: { ticket_ids: number[] }, ack?: (answer: SocketAck) => void) => void;
}
