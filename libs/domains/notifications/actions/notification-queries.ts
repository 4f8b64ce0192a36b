import { Injectable } from '@nestjs/common';

import type { NotificationView } from '@desk/contracts';
import { TicketQueries } from '@desk/domains/tickets';
import { toIso } from '@desk/platform/database';
import { type Slice } from '@desk/platform/http';
import { PersonActor } from '@desk/platform/security';

import {
  type ListWindow,
  type NotificationFilters,
  type NotificationRow,
  Notifications,
} from '../store/notifications';

/** A person's own inbox, as the API and the socket show it. */
@Injectable()
export class NotificationQueries {
  constructor(
    private readonly notifications: Notifications,
    private readonly tickets: TicketQueries,
  ) {}

  async list(
    actor: PersonActor,
    filters: NotificationFilters,
    window: ListWindow,
  ): Promise<Slice<NotificationView>> {
    const { rows, ...slice } = await this.notifications.page(actor.id, filters, window);
    return { ...slice, rows: await this.views(rows) };
  }

  unreadCount(actor: Pick<PersonActor, 'id'>): Promise<number> {
    return this.notifications.unreadCount(actor.id);
  }

  async views(rows: readonly NotificationRow[]): Promise<NotificationView[]> {
    const ids = rows.map((row) => row.ticket_id).filter((id) => id !== null);
    const refs = await this.tickets.refs([...new Set(ids)]);
    return rows.map(({ id, title, message, notification_type, ticket_id, is_read, read_at, created_at }) => ({
      id,
      title,
      message,
      notification_type,
      ticket: (ticket_id === null ? undefined : refs.get(ticket_id)) ?? null,
      is_read: is_read === 1,
      read_at: toIso(read_at),
      created_at: toIso(created_at),
    }));
  }
}
