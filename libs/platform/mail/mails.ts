import { Injectable } from '@nestjs/common';
import { In, LessThan } from 'typeorm';
import { uuidv7 } from 'uuidv7';

import { Clock } from '@desk/platform/clock';
import { Config } from '@desk/platform/config';
import { Database, toDate } from '@desk/platform/database';
import { Jobs } from '@desk/platform/events';
import { defineJob } from '@desk/platform/queue';
import { beginning, oneLine } from '@desk/platform/text';

import { isMadeUp } from './made-up';
import { Mail, MailState } from './mail.entity';
import { Mailer } from './mailer';

/** A mail server that is silent costs each try its whole timeout: it may keep two lanes busy, never all. */
export const SEND_MAIL = defineJob<{ mailId: string }>('mail:send', { atOnce: 2 });

export interface NewMail {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** What it is about and to whom; a second mail of the same cause is a bug and fails. */
  cause: string;
  /** A one-time link's id, where the text holds `LINK_TOKEN`. */
  linkId?: string;
}

export interface MailWindow {
  skip: number;
  take: number;
  afterId?: string;
}

/** Nothing is tried any more, or the next try comes to the same. */
const ENDED = ['kept', 'sent', 'failed'] as const satisfies readonly MailState[];
const SWEPT_AT_ONCE = 200;

/** The rows of mail. Writing one inside a unit of work is all that sending takes. */
@Injectable()
export class Mails {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly jobs: Jobs,
    private readonly mailer: Mailer,
  ) {}

  async queue(mail: NewMail): Promise<string> {
    const id = uuidv7();
    const stays = this.mailer.keeps || isMadeUp(mail.to);
    await this.database.write().insert(Mail, {
      id,
      to_address: mail.to,
      subject: beginning(oneLine(mail.subject), 255),
      text: mail.text,
      html: mail.html,
      message_id: `<${id}@${new URL(this.config.publicUrl).hostname}>`,
      state: stays ? 'kept' : 'queued',
      cause: mail.cause,
      link_id: mail.linkId ?? null,
      created_at: this.clock.now(),
      sent_at: null,
      last_error: null,
    });
    if (!stays) await this.jobs.enqueue(SEND_MAIL, { mailId: id }, id);
    return id;
  }

  find(id: string): Promise<Mail | null> {
    return this.database.read().findOneBy(Mail, { id });
  }

  /** Newest first; by number of rows to skip, or from after a mail on. */
  async page(state: MailState | undefined, window: MailWindow): Promise<{ rows: Mail[]; count: number }> {
    const ofState = state === undefined ? {} : { state };
    const { afterId, skip, take } = window;
    const where = afterId === undefined ? ofState : { ...ofState, id: LessThan(afterId) };
    const reads = this.database.read();
    const rows = await reads.find(Mail, { where, order: { id: 'DESC' }, skip, take });
    return { rows, count: await reads.count(Mail, { where: ofState }) };
  }

  async markDelivered(id: string, state: 'sent' | 'kept'): Promise<void> {
    const sentAt = state === 'sent' ? this.clock.now() : null;
    await this.database.write().update(Mail, { id }, { state, sent_at: sentAt, last_error: null });
  }

  /**
   * Removes some of the mails that ended before `before`; what still waits for its job stays, however old.
   * @returns how many; none when all are gone.
   */
  async sweep(before: Date): Promise<number> {
    const old: string[] = [];
    for (const state of ENDED) {
      // Ids grow with time, so the oldest of a state stand first in the index and nothing newer is read.
      const oldest = await this.database.rows<{ id: string; created_at: string }>(
        `SELECT id, created_at FROM mails WHERE state = ? ORDER BY id LIMIT ${SWEPT_AT_ONCE}`,
        [state],
      );
      old.push(...oldest.filter((mail) => toDate(mail.created_at) < before).map((mail) => mail.id));
    }
    if (old.length > 0) await this.database.write().delete(Mail, { id: In(old) });
    return old.length;
  }

  /** Unless another worker that had the same job has delivered it meanwhile. */
  async markFailed(id: string, error: string): Promise<void> {
    await this.database.run(
      "UPDATE mails SET state = 'failed', last_error = ? WHERE id = ? AND state NOT IN ('sent', 'kept')",
      [error.slice(0, 500), id],
    );
  }
}
