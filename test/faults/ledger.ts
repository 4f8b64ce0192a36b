import { createHash } from 'node:crypto';

import type { Body, Person } from './company';

export interface SentFile {
  name: string;
  content: Buffer;
  sha256: string;
}

export interface Answer {
  status: number;
  body: Body;
  replayed: boolean;
}

/** A request as it went out, and what came back before the server was killed. */
export interface Sent {
  act: 'ticket' | 'comment' | 'upload' | 'refused';
  by: Person;
  /** A word that no other request has: in the title, the text or the file's name. */
  marker: string;
  path: string;
  body: Body;
  /** Sent as multipart when there are any. */
  files: SentFile[];
  /** Files brought before, named by `upload_ids`. */
  claimed: SentFile[];
  /** Idempotency-Key. */
  key: string | null;
  /** Null while nobody knows what became of it. */
  answer: Answer | null;
  /** Answered only when it was repeated after the kill. */
  wasInDoubt?: boolean;
}

export function toSentFile(name: string, content: Buffer): SentFile {
  return { name, content, sha256: sha256(content) };
}

export function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

/** @throws when the connection ends before the whole answer is here. */
export async function send(url: string, sent: Sent): Promise<Answer> {
  const headers: Record<string, string> = { Authorization: `Bearer ${sent.by.token}` };
  if (sent.key !== null) headers['Idempotency-Key'] = sent.key;
  if (sent.files.length === 0) headers['Content-Type'] = 'application/json';
  const answer = await fetch(`${url}/api/${sent.path}`, { method: 'POST', headers, body: payloadOf(sent) });
  return {
    status: answer.status,
    body: (await answer.json()) as Body,
    replayed: answer.headers.get('Idempotency-Replayed') === 'true',
  };
}

function payloadOf({ act, body, files }: Sent): string | FormData {
  if (files.length === 0) return JSON.stringify(body);
  const form = new FormData();
  for (const [name, value] of Object.entries(body)) form.set(name, String(value));
  for (const { name, content } of files) {
    form.append(act === 'upload' ? 'file' : 'files', new Blob([new Uint8Array(content)]), name);
  }
  return form;
}

/** Everything that was ever sent in a drill. */
export class Ledger {
  readonly entries: Sent[] = [];

  acknowledged(act: Sent['act']): Sent[] {
    return this.entries.filter((sent) => sent.act === act && sent.answer !== null);
  }
}
