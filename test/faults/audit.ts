import type { Books } from './books';
import { type Company, RULES } from './company';
import { sha256 } from './ledger';

interface TicketRow {
  id: number;
  priority: string;
  customer_id: string;
  creator_id: string | null;
}

interface CommentRow {
  ticket_id: number;
  author_id: string;
  comment_type: string;
}

/** `12 success Urgent is hot` → 3: comparable, and readable where it differs. */
type Tally = Record<string, number>;

function tally(lines: readonly string[]): Tally {
  const counts: Tally = {};
  for (const line of [...lines].sort()) counts[line] = (counts[line] ?? 0) + 1;
  return counts;
}

/**
 * Whether everything in the books belongs together, acknowledged or not: each ticket and comment with all of its trail,
 * clocks, rules, notices and mails exactly once, and nothing of which the cause is missing.
 */
export function audit(books: Books, company: Company): void {
  expect(books.problems()).toEqual([]);
  const tickets = books.rows<TicketRow>(
    `SELECT t.id, t.priority, t.customer_id,
      (SELECT actor_id FROM jrd_ticket_activities a WHERE a.ticket_id = t.id AND activity_type = 'created') AS creator_id
    FROM jrd_tickets t`,
  );
  const comments = books.rows<CommentRow>(
    'SELECT ticket_id, author_id, comment_type FROM jrd_ticket_comments',
  );
  auditTrail(books, tickets, comments, company);
  auditClocks(books, tickets, comments, company);
  auditRules(books, tickets, comments, company);
  auditNotices(books, tickets, comments, company);
  auditFiles(books);
}

const isCustomer = (company: Company, id: string) => company.customers.some((customer) => customer.id === id);

function auditTrail(books: Books, tickets: TicketRow[], comments: CommentRow[], company: Company): void {
  const files = books.rows<{ ticket_id: number }>(
    'SELECT ticket_id FROM jrd_ticket_attachments WHERE comment_id IS NULL',
  );
  const returned = new Set(
    comments.filter(({ author_id }) => isCustomer(company, author_id)).map(({ ticket_id }) => ticket_id),
  );
  const expected = [
    ...tickets.map(({ id }) => `${id} created`),
    ...files.map(({ ticket_id }) => `${ticket_id} attachment_added`),
    ...comments.map(({ ticket_id }) => `${ticket_id} commented`),
    ...tickets.filter(isUrgent).flatMap(({ id }) => [`${id} assigned`, `${id} tag_added`]),
    ...[...returned].map((id) => `${id} tag_added`),
  ];
  const found = books.rows<{ line: string }>(
    "SELECT ticket_id || ' ' || activity_type AS line FROM jrd_ticket_activities",
  );
  expect(tally(found.map(({ line }) => line))).toEqual(tally(expected));
  const indexed = books.rows<{ rowid: number }>('SELECT rowid FROM ticket_search ORDER BY rowid');
  expect(indexed.map(({ rowid }) => rowid)).toEqual(tickets.map(({ id }) => id).sort((a, b) => a - b));
}

function auditClocks(books: Books, tickets: TicketRow[], comments: CommentRow[], company: Company): void {
  const answered = new Set(
    comments
      .filter((comment) => comment.comment_type === 'reply' && !isCustomer(company, comment.author_id))
      .map(({ ticket_id }) => ticket_id),
  );
  const expected = tickets.flatMap(({ id }) => [
    `${id} response ${answered.has(id) ? 2 : 1}`,
    `${id} resolution 1`,
  ]);
  const found = books.rows<{ line: string }>(
    `SELECT c.ticket_id || ' ' || c.kind || ' ' || (SELECT count(*) FROM jrd_sla_clock_events e
      WHERE e.ticket_id = c.ticket_id AND e.clock = c.kind) AS line FROM jrd_sla_clocks c`,
  );
  expect(tally(found.map(({ line }) => line))).toEqual(tally(expected));
  const unstamped = books.rows(
    `SELECT id FROM jrd_tickets WHERE sla_response_deadline IS NULL OR sla_resolution_deadline IS NULL
      OR sla_policy_id IS NULL`,
  );
  expect(unstamped).toEqual([]);
}

function auditRules(books: Books, tickets: TicketRow[], comments: CommentRow[], company: Company): void {
  const expected = [
    ...tickets
      .filter(isUrgent)
      .flatMap(({ id }) => [RULES.assign, RULES.tag, RULES.tell].map((rule) => `${id} success ${rule}`)),
    ...comments
      .filter(({ author_id }) => isCustomer(company, author_id))
      .map(({ ticket_id }) => `${ticket_id} success ${RULES.cameBack}`),
  ];
  const found = books.rows<{ line: string }>(
    "SELECT ticket_id || ' ' || status || ' ' || rule_name AS line FROM jrd_automation_logs",
  );
  expect(tally(found.map(({ line }) => line))).toEqual(tally(expected));
}

function auditNotices(books: Books, tickets: TicketRow[], comments: CommentRow[], company: Company): void {
  const managers = company.managers.map(({ id }) => id);
  const first = company.agents[0].id;
  const expected: string[] = [];
  const mails: string[] = [];
  const tell = (type: string, ticket: number, people: readonly string[], actor: string | null) => {
    for (const id of new Set(people)) if (id !== actor) expected.push(`${ticket} ${type} ${id}`);
  };
  for (const ticket of tickets) {
    tell('ticket_created', ticket.id, managers, ticket.creator_id);
    if (isUrgent(ticket)) tell('ticket_assigned', ticket.id, [first], null);
    if (isUrgent(ticket)) tell('automation', ticket.id, managers, null);
  }
  const byId = new Map(tickets.map((ticket) => [ticket.id, ticket]));
  for (const { ticket_id, author_id, comment_type } of comments) {
    const ticket = byId.get(ticket_id);
    if (ticket === undefined) throw new Error(`A comment has no ticket ${ticket_id}`);
    const agent = isUrgent(ticket) ? [first] : [];
    const fromStaff = comment_type === 'reply' ? [...agent, ticket.customer_id] : agent;
    const people = isCustomer(company, author_id) ? [...agent, ...managers] : fromStaff;
    tell('comment_added', ticket_id, people, author_id);
    const toCustomer = company.customers.find(({ id }) => id === ticket.customer_id)?.email ?? '';
    if (comment_type === 'reply' && !isCustomer(company, author_id)) mails.push(toCustomer);
  }
  const found = books.rows<{ line: string }>(
    "SELECT ticket_id || ' ' || notification_type || ' ' || user_id AS line FROM jrd_notifications",
  );
  expect(tally(found.map(({ line }) => line))).toEqual(tally(expected));
  const sent = books.rows<{ to_address: string }>('SELECT to_address FROM mails');
  expect(tally(sent.map(({ to_address }) => to_address))).toEqual(tally(mails));
}

/** No row without its file, no file with other bytes, no attachment that nothing holds. */
function auditFiles(books: Books): void {
  const uploads = books.rows<{ id: string; sha256: string; file_size: number }>(
    'SELECT id, sha256, file_size FROM uploads',
  );
  const wrong = uploads.filter((upload) => {
    const content = books.content(upload.sha256);
    return content?.length !== upload.file_size || sha256(content) !== upload.sha256;
  });
  expect(wrong).toEqual([]);
  const homeless = books.rows(
    `SELECT a.id FROM jrd_ticket_attachments a
      LEFT JOIN jrd_tickets t ON t.id = a.ticket_id
      LEFT JOIN jrd_ticket_comments c ON c.id = a.comment_id
      WHERE t.id IS NULL OR (a.comment_id IS NOT NULL AND c.id IS NULL)
        OR NOT EXISTS (SELECT 1 FROM uploads u WHERE u.sha256 = a.file AND u.claimed_at IS NOT NULL)`,
  );
  expect(homeless).toEqual([]);
}

const isUrgent = ({ priority }: TicketRow) => priority === 'urgent';
