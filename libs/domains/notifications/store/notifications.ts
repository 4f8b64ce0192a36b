import { Injectable } from '@nestjs/common';

import { In } from 'typeorm';

import type { NotificationType } from '@desk/contracts';
import { Database, toColumn } from '@desk/platform/database';
import { COUNT_CAP, decodeCursor, encodeCursor, type Slice } from '@desk/platform/http';

import { Notification } from '../model/notification';

export interface NotificationFilters {
  isRead?: boolean;
  types?: readonly NotificationType[];
  ticketId?: number;
}

export interface ListWindow {
  page: number;
  size: number;
  cursor?: string;
  newestFirst: boolean;
}

/** Columns as the engine answers them. */
export interface NotificationRow {
  id: string;
  title: string;
  message: string;
  notification_type: NotificationType;
  ticket_id: number | null;
  is_read: number;
  read_at: string | null;
  created_at: string;
}

const COLUMNS = 'id, title, message, notification_type, ticket_id, is_read, read_at, created_at';

/** Everybody's inbox. Every question names whose. */
@Injectable()
export class Notifications {
  constructor(private readonly database: Database) {}

  /** Those of `userIds` who have been told of this event. */
  async told(eventId: string, userIds: readonly string[]): Promise<Set<string>> {
    if (userIds.length === 0) return new Set();
    const rows = await this.database.rows<{ user_id: string }>(
      `SELECT user_id FROM jrd_notifications WHERE event_id = ? AND user_id IN (${marks(userIds)})`,
      [eventId, ...userIds],
    );
    return new Set(rows.map((row) => row.user_id));
  }

  async add(notifications: Notification[]): Promise<void> {
    await this.database.insert(Notification, notifications);
  }

  /**
   * Removes some of the notices that were read before `before`.
   * @returns how many; none when all are gone.
   */
  async forgetRead(before: Date, limit: number): Promise<number> {
    const rows = await this.database.rows<{ id: string }>(
      'SELECT id FROM jrd_notifications WHERE read_at < ? ORDER BY read_at LIMIT ?',
      [toColumn(before), limit],
    );
    const ids = rows.map((row) => row.id);
    if (ids.length > 0) await this.database.write().delete(Notification, { id: In(ids) });
    return ids.length;
  }

  async forgetAllOf(userId: string): Promise<void> {
    await this.database.write().delete(Notification, { user_id: userId });
  }

  async find(userId: string, id: string): Promise<NotificationRow | null> {
    const [row] = await this.database.rows<NotificationRow>(
      `SELECT ${COLUMNS} FROM jrd_notifications WHERE id = ? AND user_id = ?`,
      [id, userId],
    );
    return row ?? null;
  }

  async page(
    userId: string,
    filters: NotificationFilters,
    window: ListWindow,
  ): Promise<Slice<NotificationRow>> {
    const { where, parameters } = conditionsOf(userId, filters);
    const [counted] = await this.database.rows<{ n: number }>(
      `SELECT COUNT(*) AS n FROM (SELECT 1 FROM jrd_notifications WHERE ${where} LIMIT ${COUNT_CAP + 1}) AS some`,
      parameters,
    );
    const count = counted?.n ?? 0;
    const found = await this.rows(where, parameters, window);
    const rows = found.slice(0, window.size);
    const last = rows.at(-1);
    const more = found.length > window.size && last !== undefined;
    return {
      rows,
      count: Math.min(count, COUNT_CAP),
      countCapped: count > COUNT_CAP,
      nextCursor: more ? encodeCursor({ value: last.created_at, id: last.id }) : null,
    };
  }

  async unreadCount(userId: string): Promise<number> {
    const [row] = await this.database.rows<{ n: number }>(
      'SELECT COUNT(*) AS n FROM jrd_notifications WHERE user_id = ? AND is_read = 0',
      [userId],
    );
    return row?.n ?? 0;
  }

  async markRead(userId: string, id: string, at: Date): Promise<void> {
    await this.database
      .write()
      .query(
        'UPDATE jrd_notifications SET is_read = 1, read_at = ? WHERE id = ? AND user_id = ? AND is_read = 0',
        [toColumn(at), id, userId],
      );
  }

  async markAllRead(userId: string, at: Date): Promise<void> {
    await this.database
      .write()
      .query('UPDATE jrd_notifications SET is_read = 1, read_at = ? WHERE user_id = ? AND is_read = 0', [
        toColumn(at),
        userId,
      ]);
  }

  /** One more than asked for, which tells whether the walk goes on. */
  private rows(where: string, parameters: unknown[], window: ListWindow): Promise<NotificationRow[]> {
    const after = window.cursor === undefined ? null : decodeCursor(window.cursor);
    const [beyond, direction] = window.newestFirst ? ['<', 'DESC'] : ['>', 'ASC'];
    const place =
      after === null ? '' : ` AND created_at ${beyond}= ? AND (created_at ${beyond} ? OR id ${beyond} ?)`;
    const offset = window.cursor === undefined ? (window.page - 1) * window.size : 0;
    return this.database.rows<NotificationRow>(
      `SELECT ${COLUMNS} FROM jrd_notifications WHERE ${where}${place}
       ORDER BY created_at ${direction}, id ${direction} LIMIT ? OFFSET ?`,
      [
        ...parameters,
        ...(after === null ? [] : [after.value, after.value, after.id]),
        window.size + 1,
        offset,
      ],
    );
  }
}

function conditionsOf(userId: string, { isRead, types, ticketId }: NotificationFilters) {
  const where = ['user_id = ?'];
  const parameters: unknown[] = [userId];
  if (isRead !== undefined) {
    where.push('is_read = ?');
    parameters.push(isRead ? 1 : 0);
  }
  if (types !== undefined && types.length > 0) {
    where.push(`notification_type IN (${marks(types)})`);
    parameters.push(...types);
  }
  if (ticketId !== undefined) {
    where.push('ticket_id = ?');
    parameters.push(ticketId);
  }
  return { where: where.join(' AND '), parameters };
}

function marks(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ');
}
