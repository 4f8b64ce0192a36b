import type { AddressInfo } from 'node:net';

import { SMTPServer } from 'smtp-server';

import { type ArrivedMail, MailDesk, mailerContract } from '../mailer.contract';

/** An SMTP server on this machine that keeps what it takes. */
class Postbox {
  readonly raw: string[] = [];
  readonly recipients: string[][] = [];
  refuses = 0;
  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (this.refuses > 0) {
          this.refuses--;
          callback(Object.assign(new Error('Come back later'), { responseCode: 451 }));
          return;
        }
        this.raw.push(Buffer.concat(chunks).toString('utf8'));
        this.recipients.push(session.envelope.rcptTo.map(({ address }) => address));
        callback();
      });
    },
  });

  static async open(): Promise<Postbox> {
    const postbox = new Postbox();
    await new Promise<void>((resolve) => postbox.server.listen(0, '127.0.0.1', resolve));
    return postbox;
  }

  get env(): Record<string, string> {
    const { port } = this.server.server.address() as AddressInfo;
    return { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'Velumera Desk <desk@velumera.example>' };
  }

  mails(): ArrivedMail[] {
    return this.raw.map((raw, index) => ({
      to: (this.recipients[index] ?? []).join(),
      subject: words(header(raw, 'Subject')),
      text: textPart(raw),
      messageId: header(raw, 'Message-ID'),
    }));
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(resolve));
  }
}

function header(raw: string, name: string): string {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  return new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1]?.trim() ?? '';
}

/** RFC 2047, as far as one sender goes. */
function words(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([QB])\?(.*?)\?=/gi, (_all, kind: string, body: string) =>
      kind.toUpperCase() === 'B' ? Buffer.from(body, 'base64').toString() : quoted(body.replaceAll('_', ' ')),
    );
}

function quoted(body: string): string {
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

function textPart(raw: string): string {
  const boundary = /boundary="([^"]+)"/.exec(raw)?.[1] ?? '';
  const part = raw.split(`--${boundary}`).find((each) => each.includes('text/plain')) ?? '';
  const body = part.slice(part.indexOf('\r\n\r\n') + 4);
  const decoded = part.includes('base64') ? Buffer.from(body, 'base64').toString() : quoted(body);
  return `${decoded.replaceAll('\r\n', '\n').trimEnd()}\n`;
}

mailerContract(async () => {
  const postbox = await Postbox.open();
  return {
    env: postbox.env,
    arrived: () => Promise.resolve(postbox.mails()),
    stop: () => postbox.close(),
  };
});

describe('mail that leaves by SMTP', () => {
  let postbox: Postbox;
  let desk: MailDesk;

  beforeEach(async () => {
    postbox = await Postbox.open();
    desk = await MailDesk.start(postbox.env);
  });

  afterEach(async () => {
    await desk.stop();
    await postbox.close();
  });

  it('waits as a row with a job, and is sent with the marks of automatic mail', async () => {
    const id = await desk.queue();
    expect(await desk.mails.find(id)).toMatchObject({ state: 'queued', sent_at: null });
    expect(await desk.jobs()).toBe(1);
    await desk.send(id);
    expect(await desk.mails.find(id)).toMatchObject({ state: 'sent', sent_at: expect.any(Date) });
    const [raw = ''] = postbox.raw;
    expect(header(raw, 'Auto-Submitted')).toBe('auto-generated');
    expect(header(raw, 'From')).toBe('Velumera Desk <desk@velumera.example>');
    expect(raw).toContain('text/html');
  });

  it('fails into its row and its job, and goes out at a later try under the same Message-ID', async () => {
    postbox.refuses = 1;
    const id = await desk.queue();
    await expect(desk.send(id)).rejects.toThrow('Come back later');
    expect(await desk.mails.find(id)).toMatchObject({
      state: 'failed',
      last_error: expect.stringContaining('Come back later'),
    });
    await desk.send(id);
    expect(await desk.mails.find(id)).toMatchObject({ state: 'sent', last_error: null });
    expect(postbox.mails().map((mail) => mail.messageId)).toEqual([`<${id}@desk.example>`]);
  });

  it('stays sent when another worker had its job as well and failed', async () => {
    const id = await desk.queue();
    await desk.send(id);
    await desk.inWork(() => desk.mails.markFailed(id, 'The line went dead'));
    expect(await desk.mails.find(id)).toMatchObject({ state: 'sent', last_error: null });
  });

  it('never leaves for an address that is made up, as those of the demo are', async () => {
    const id = await desk.queue({ to: 'amelie@velo-lyon.example' });
    await desk.send(id);
    expect(await desk.mails.find(id)).toMatchObject({ state: 'kept', sent_at: null });
    expect(await desk.jobs()).toBe(0);
    expect(postbox.raw).toEqual([]);
  });

  it('takes an address as one, with whatever is in it', async () => {
    const id = await desk.queue({ to: 'amelie@example.com, eve@example.com' });
    await desk.send(id).catch(() => undefined);
    expect(postbox.recipients.flat()).not.toContain('eve@example.com');
  });
});
