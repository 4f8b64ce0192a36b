import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';

import { isStaff, type NotificationType } from '@desk/contracts';
import { PeopleQueries, type PersonBrief } from '@desk/domains/accounts';
import { TicketQueries } from '@desk/domains/tickets';
import { Clock } from '@desk/platform/clock';
import { toColumn, UnitOfWork } from '@desk/platform/database';
import { type PersonActor } from '@desk/platform/security';
import { beginning } from '@desk/platform/text';

import { Notification, TITLE_MAX } from '../model/notification';
import { type NotificationRow, Notifications } from '../store/notifications';
import { InboxPushes } from './inbox-pushes';

export interface Notice {
  userId: string;
  type: NotificationType;
  title: string;
  message: string;
  /** False for what no customer may read, whoever is named. */
  forCustomers: boolean;
}

/** Puts notices into inboxes: once for each person and event, and only for those who may read the ticket now. */
@Injectable()
export class WriteNotices {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly notifications: Notifications,
    private readonly people: PeopleQueries,
    private readonly tickets: TicketQueries,
    private readonly pushes: InboxPushes,
  ) {}

  async run(eventId: string, ticketId: number | null, notices: readonly Notice[]): Promise<void> {
    if (notices.length === 0) return;
    await this.unitOfWork.run(async () => {
      const userIds = notices.map((notice) => notice.userId);
      const told = await this.notifications.told(eventId, userIds);
      const people = await this.people.briefs(userIds);
      const rows: Notification[] = [];
      for (const notice of notices) {
        const person = people.get(notice.userId);
        if (person === undefined || told.has(notice.userId)) continue;
        told.add(notice.userId);
        if (await this.mayBeTold(person, ticketId, notice)) rows.push(this.rowOf(eventId, ticketId, notice));
      }
      await this.notifications.add(rows);
      this.pushes.arrived(rows.map((row) => ({ userId: row.user_id, row: asColumns(row) })));
    });
  }

  private async mayBeTold(person: PersonBrief, ticketId: number | null, notice: Notice): Promise<boolean> {
    if (!person.is_active || (!notice.forCustomers && !isStaff(person.role))) return false;
    return ticketId === null || this.tickets.mayRead(asActor(person), ticketId);
  }

  private rowOf(eventId: string, ticketId: number | null, notice: Notice): Notification {
    return Object.assign(new Notification(), {
      id: uuidv7(),
      user_id: notice.userId,
      title: beginning(notice.title, TITLE_MAX),
      message: notice.message,
      notification_type: notice.type,
      ticket_id: ticketId,
      is_read: false,
      read_at: null,
      created_at: this.clock.now(),
      event_id: eventId,
    });
  }
}

/** The person as they would ask for themselves, without a session. */
function asActor({ id, role, full_name, email }: PersonBrief): PersonActor {
  return { kind: 'person', id, role, name: full_name, email, sessionId: null, browser: false };
}

function asColumns({
  id,
  title,
  message,
  notification_type,
  ticket_id,
  created_at,
}: Notification): NotificationRow {
  return {
    id,
    title,
    message,
    notification_type,
    ticket_id,
    is_read: 0,
    read_at: null,
    created_at: toColumn(created_at),
  };
}
