import { type Company } from '../../faults/company';
import { type Books } from './books';
import { sendOne } from './steady-load';
import { Visitors } from './visitors';

const REFERENCE = 'Reference';
const ANSWERED = 'trail commented';

/**
 * What one ticket has caused, as sorted lines that are alike for tickets to which the same was done: notices by person,
 * mails, log of the rules, clocks and their history, breaches, trail. A missing or doubled effect is a line too few or
 * too many.
 */
const LINES = `
  SELECT ticket_id, CONCAT('notice ', notification_type, ' to ', user_id) AS line FROM jrd_notifications
  UNION ALL SELECT ticket_id, CONCAT('rule ', rule_name, ' ', status) FROM jrd_automation_logs
  UNION ALL SELECT ticket_id, CONCAT('clock ', kind) FROM jrd_sla_clocks
  UNION ALL SELECT ticket_id, CONCAT('clock event ', clock) FROM jrd_sla_clock_events
  UNION ALL SELECT ticket_id, CONCAT('breach ', breach_type, ' told ', notified) FROM jrd_sla_breaches
  UNION ALL SELECT ticket_id, CONCAT('trail ', activity_type) FROM jrd_ticket_activities
  UNION ALL SELECT id, CONCAT('status ', status) FROM jrd_tickets
  UNION ALL SELECT t.id, CONCAT('mail ', m.state, ' to ', m.to_address) FROM mails m
    JOIN jrd_tickets t ON m.text LIKE CONCAT('%', t.ticket_id, '%')`;

/** @returns by ticket, of those whose title begins with `title`. */
export async function effectsOf(books: Books, title: string): Promise<Map<number, string[]>> {
  const rows = await books.rows<{ ticket_id: number; line: string }>(
    `SELECT e.ticket_id, e.line FROM (${LINES}) e JOIN jrd_tickets t ON t.id = e.ticket_id
      WHERE t.title LIKE CONCAT(?, '%') ORDER BY e.ticket_id, e.line`,
    [title],
  );
  const found = new Map<number, string[]>();
  for (const { ticket_id, line } of rows) found.set(ticket_id, [...(found.get(ticket_id) ?? []), line]);
  return found;
}

/** What a new ticket causes, and what it and one answer cause, when nothing is amiss: by the number of answers. */
export type Expected = readonly [string[], string[]];

export async function effectsWhenAllIsWell(
  desk: { books: Books; url(): string },
  company: Company,
): Promise<Expected> {
  const visitors = new Visitors(company, [desk.url()], REFERENCE);
  await sendOne(visitors.create());
  await sendOne(visitors.create());
  const [answer] = visitors.leftOver();
  if (answer !== undefined) await sendOne(answer);
  await desk.books.settled();
  const [answered = [], unanswered = []] = (await effectsOf(desk.books, REFERENCE)).values();
  return [unanswered, answered];
}

/** @returns the tickets whose title begins with `title`, each of which has caused exactly what it should. */
export async function expectEffects(books: Books, title: string, expected: Expected): Promise<number[]> {
  const found = await effectsOf(books, title);
  for (const [ticket, lines] of found) {
    const answers = lines.includes(ANSWERED) ? 1 : 0;
    expect({ ticket, lines }).toEqual({ ticket, lines: expected[answers] });
  }
  return [...found.keys()];
}
