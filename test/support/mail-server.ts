import { once } from 'node:events';
import { type AddressInfo, type Server } from 'node:net';

import { SMTPServer } from 'smtp-server';

const MESSAGE_ID = /^message-id:\s*(\S+)/im;

/** Takes every mail and counts how often each was handed over. */
export class MailServer {
  readonly handedOver = new Map<string, number>();
  /** As they came, oldest first. */
  readonly texts: string[] = [];

  private constructor(
    private readonly smtp: SMTPServer,
    private readonly server: Server,
  ) {}

  static async start(): Promise<MailServer> {
    const handedOver = (text: string): void => {
      const id = MESSAGE_ID.exec(text)?.[1] ?? 'without an id';
      mails.texts.push(text);
      mails.handedOver.set(id, (mails.handedOver.get(id) ?? 0) + 1);
    };
    const smtp = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onData(stream, _session, done) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          handedOver(Buffer.concat(chunks).toString());
          done();
        });
      },
    });
    // A client that is killed in the middle is part of a drill.
    smtp.on('error', () => undefined);
    const mails: MailServer = new MailServer(smtp, smtp.listen(0, '127.0.0.1'));
    await once(mails.server, 'listening');
    return mails;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.smtp.close(resolve);
    });
  }
}
