import { plainText } from '@desk/domains/tickets';
import { type Database, type Row, toDate } from '@desk/platform/database';

/** What is kept of a ticket beside its own row. Files are not among it: a ticket with some is not repeated. */
export const HISTORY_TABLES = [
  'jrd_ticket_comments',
  'jrd_ticket_activities',
  'jrd_ticket_tags',
  'jrd_sla_clocks',
  'jrd_sla_clock_events',
  'jrd_sla_breaches',
  'jrd_automation_logs',
  'jrd_automation_episodes',
] as const;
export type HistoryTable = (typeof HISTORY_TABLES)[number];

/** A ticket of the workspace with all that happened to it, as the real actions wrote it. */
export interface TicketHistory {
  ticket: Row;
  rows: Readonly<Record<HistoryTable, readonly Row[]>>;
  /** The words of it that customers may find it by, and those for staff alone. */
  publicText: string;
  staffText: string;
  createdAt: Date;
  isSolved: boolean;
  /** When the first promise that still runs falls due. */
  nextDeadline: Date | null;
}

/** The demo workspace holds fewer; what was opened since may be repeated as well. */
const MODELS = 400;

export async function readHistories(database: Database): Promise<TicketHistory[]> {
  const tickets = await database.rows(
    `SELECT * FROM jrd_tickets t WHERE t.deleted_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM jrd_ticket_attachments a WHERE a.ticket_id = t.id) ORDER BY t.id LIMIT ${MODELS}`,
  );
  const histories = new Map(tickets.map((ticket) => [ticket['id'], emptyRows()]));
  const marks = tickets.map(() => '?').join(', ');
  for (const table of tickets.length === 0 ? [] : HISTORY_TABLES) {
    const found = await database.rows(`SELECT * FROM ${table} WHERE ticket_id IN (${marks})`, [
      ...histories.keys(),
    ]);
    for (const row of found.sort(byId)) histories.get(row['ticket_id'])?.[table].push(row);
  }
  return tickets.map((ticket) => historyOf(ticket, histories.get(ticket['id']) ?? emptyRows()));
}

function emptyRows(): Record<HistoryTable, Row[]> {
  return Object.fromEntries(HISTORY_TABLES.map((table) => [table, []])) as unknown as Record<
    HistoryTable,
    Row[]
  >;
}

function byId(one: Row, other: Row): number {
  return Number(one['id'] ?? 0) - Number(other['id'] ?? 0);
}

function historyOf(ticket: Row, rows: TicketHistory['rows']): TicketHistory {
  const words = (isReply: boolean) =>
    rows.jrd_ticket_comments
      .filter((comment) => (comment['comment_type'] === 'reply') === isReply)
      .map((comment) => textOf(comment, 'content'));
  const deadlines = rows.jrd_sla_clocks
    .filter((clock) => clock['state'] === 'running' && clock['deadline'] !== null)
    .map((clock) => textOf(clock, 'deadline'))
    .sort();
  return {
    ticket,
    rows,
    publicText: [textOf(ticket, 'title'), textOf(ticket, 'description'), ...words(true)].join(' '),
    staffText: words(false).join(' '),
    createdAt: toDate(textOf(ticket, 'created_at')),
    isSolved: ticket['status'] === 'resolved' || ticket['status'] === 'closed',
    nextDeadline: deadlines[0] === undefined ? null : toDate(deadlines[0]),
  };
}

function textOf(row: Row, column: string): string {
  return plainText(String(row[column] ?? ''));
}
