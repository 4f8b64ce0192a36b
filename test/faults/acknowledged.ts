import type { Books } from './books';
import type { Body } from './company';
import { type Answer, type Ledger, send, type Sent, type SentFile, sha256 } from './ledger';

/** Every acknowledged request has exactly one row, with what its answer said; what nobody answered has at most one. */
export function expectNothingLost(books: Books, ledger: Ledger): void {
  for (const sent of ledger.entries) {
    const rows = rowsOf(books, sent);
    if (sent.act === 'refused') {
      expect({ marker: sent.marker, rows }).toEqual({ marker: sent.marker, rows: [] });
    } else if (sent.answer === null) {
      expect({ marker: sent.marker, atMostOne: rows.length <= 1 }).toEqual({
        marker: sent.marker,
        atMostOne: true,
      });
    } else {
      expect({ marker: sent.marker, status: sent.answer.status, rows }).toEqual({
        marker: sent.marker,
        status: 201,
        rows: [expectedRow(sent, sent.answer)],
      });
      expect(filesOf(books, sent, sent.answer)).toEqual(linesOf([...sent.files, ...sent.claimed]));
    }
  }
}

/** What the desk serves is byte for byte what was sent. */
export async function expectFilesServed(url: string, sent: readonly Sent[]): Promise<void> {
  for (const { act, answer, by, path, files, claimed } of sent) {
    if (answer === null || (act !== 'ticket' && act !== 'comment') || files.length + claimed.length === 0)
      continue;
    const headers = { Authorization: `Bearer ${by.token}` };
    const ticket = act === 'ticket' ? String(answer.body['id']) : path.split('/')[2];
    const comment = act === 'ticket' ? 'none' : String(answer.body['id']);
    const listed = await fetch(`${url}/api/tickets/tickets/${ticket}/attachments/?comment=${comment}`, {
      headers,
    });
    const { results: attachments } = (await listed.json()) as { results: Body[] };
    const served = [];
    for (const { id, filename } of attachments) {
      const download = await fetch(`${url}/api/tickets/attachments/${String(id)}/download/`, { headers });
      served.push(`${String(filename)} ${sha256(Buffer.from(await download.arrayBuffer()))}`);
    }
    expect(served.sort()).toEqual(linesOf([...files, ...claimed]));
  }
}

/**
 * Sends every keyed request again: one that was answered gets that answer, one in doubt is done now unless it was done
 * already. Afterwards the ledger holds those answers too.
 */
export async function expectRepeatsAnswered(url: string, sent: readonly Sent[]): Promise<number> {
  let repeated = 0;
  for (const one of sent) {
    if (one.key === null || one.act === 'refused') continue;
    const again = await send(url, one);
    repeated += 1;
    if (one.answer === null)
      expect({ marker: one.marker, status: again.status }).toEqual({ marker: one.marker, status: 201 });
    else expect(again).toEqual({ ...one.answer, replayed: true });
    one.wasInDoubt = one.answer === null;
    one.answer ??= again;
  }
  return repeated;
}

function rowsOf(books: Books, { act, marker, by, wasInDoubt, answer }: Sent): unknown[] {
  const like = `%${marker}%`;
  if (act === 'comment') {
    return books.rows(
      'SELECT id, comment_type AS type, author_id AS person FROM jrd_ticket_comments WHERE content LIKE ?',
      like,
    );
  }
  if (act === 'upload') {
    // A file that came in before the kill and was never answered is nobody's: it stays unclaimed until it is swept.
    const sweepable =
      wasInDoubt === true ? ` AND NOT (claimed_at IS NULL AND id <> '${String(answer?.body['id'])}')` : '';
    return books.rows(
      `SELECT id, sha256 AS type, owner_id AS person FROM uploads WHERE filename LIKE ?${sweepable}`,
      like,
    );
  }
  return books.rows(
    `SELECT id, ticket_id AS type, '${by.id}' AS person FROM jrd_tickets WHERE title LIKE ? OR description LIKE ?`,
    like,
    like,
  );
}

function expectedRow(sent: Sent, { body }: Answer): unknown {
  const type = {
    ticket: body['ticket_id'],
    comment: body['comment_type'],
    upload: sent.files[0]?.sha256,
    refused: '',
  };
  return { id: body['id'], type: type[sent.act], person: sent.by.id };
}

function filesOf(books: Books, sent: Sent, { body }: Answer): string[] {
  const found =
    sent.act === 'upload'
      ? books.rows<{ line: string }>(
          "SELECT filename || ' ' || sha256 AS line FROM uploads WHERE id = ?",
          body['id'],
        )
      : books.rows<{ line: string }>(
          `SELECT filename || ' ' || file AS line FROM jrd_ticket_attachments WHERE ${
            sent.act === 'ticket' ? 'comment_id IS NULL AND ticket_id' : 'comment_id'
          } = ?`,
          body['id'],
        );
  return found.map(({ line }) => line).sort();
}

const linesOf = (files: readonly SentFile[]): string[] =>
  files.map(({ name, sha256: hash }) => `${name} ${hash}`).sort();
