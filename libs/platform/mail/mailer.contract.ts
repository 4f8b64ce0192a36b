import { Test, type TestingModule } from '@nestjs/testing';

import { ClockModule } from '@desk/platform/clock';
import { Config, ConfigModule } from '@desk/platform/config';
import {
  Connections,
  Database,
  DatabaseModule,
  databaseSchema,
  joinSchemas,
  migrate,
  UnitOfWork,
} from '@desk/platform/database';
import { EventsModule, eventsSchema } from '@desk/platform/events';
import { LoggingModule } from '@desk/platform/logging';
import { QueueModule, queueSchema } from '@desk/platform/queue';

import { TestPlace } from '../../../test/support/test-place';

import { mailSchema } from './index';
import { MailModule } from './mail.module';
import { Mails } from './mails';
import { SendMail } from './send-mail';

/** A mail as it can be read where the adapter brings it. */
export interface ArrivedMail {
  to: string;
  subject: string;
  text: string;
  messageId: string;
}

export interface MailerUnderTest {
  env: Record<string, string>;
  /** What has arrived so far, oldest first. */
  arrived: (mails: Mails) => Promise<ArrivedMail[]>;
}

const schema = joinSchemas([databaseSchema, eventsSchema, queueSchema, mailSchema]);

export const MAIL = {
  to: 'amelie@example.com',
  subject: 'Réponse: « freins »',
  text: 'Bonjour,\n\nil faut une photo — 写真.\n',
  html: '<p>Bonjour</p>',
  cause: 'event-1:amelie',
};

/** A desk's mail alone: rows, jobs and the adapter that the settings choose. */
export class MailDesk {
  private constructor(
    private readonly place: TestPlace,
    private readonly module: TestingModule,
    readonly mails: Mails,
    readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  static async start(env: Record<string, string>): Promise<MailDesk> {
    const place = await TestPlace.create();
    const config = Config.from({ ...place.env, PUBLIC_URL: 'https://desk.example', ...env });
    const module = await Test.createTestingModule({
      imports: [
        ConfigModule.of(config),
        ClockModule,
        LoggingModule,
        DatabaseModule.forSchema(schema),
        QueueModule.alone(),
        EventsModule,
        MailModule,
      ],
      providers: [SendMail],
    }).compile();
    module.useLogger(false);
    await migrate(module.get(Connections, { strict: false }), config.database, new Date());
    const [mails, database] = [module.get(Mails, { strict: false }), module.get(Database, { strict: false })];
    return new MailDesk(place, module, mails, database, module.get(UnitOfWork, { strict: false }));
  }

  queue(mail: Partial<typeof MAIL> = {}): Promise<string> {
    return this.unitOfWork.run(() => this.mails.queue({ ...MAIL, ...mail }));
  }

  inWork<T>(work: () => Promise<T>): Promise<T> {
    return this.unitOfWork.run(work);
  }

  /** Does what the job of a mail does, where it has one. */
  send(mailId: string): Promise<void> {
    return this.module.get(SendMail).run({ mailId });
  }

  async jobs(): Promise<number> {
    const rows = await this.database.rows("SELECT name FROM jobs WHERE name = 'mail:send'");
    return rows.length;
  }

  async stop(): Promise<void> {
    await this.module.close();
    await this.place.remove();
  }
}

/** What every adapter keeps to. */
export function mailerContract(start: () => Promise<MailerUnderTest & { stop: () => Promise<void> }>): void {
  let adapter: Awaited<ReturnType<typeof start>>;
  let desk: MailDesk;

  beforeEach(async () => {
    adapter = await start();
    desk = await MailDesk.start(adapter.env);
  });

  afterEach(async () => {
    await desk.stop();
    await adapter.stop();
  });

  it('brings a mail, whole, under the Message-ID of its row', async () => {
    const id = await desk.queue();
    await desk.send(id);
    expect(await adapter.arrived(desk.mails)).toEqual([
      { to: MAIL.to, subject: MAIL.subject, text: MAIL.text, messageId: `<${id}@desk.example>` },
    ]);
    expect((await desk.mails.find(id))?.last_error).toBeNull();
  });

  it('brings it once, however often its job runs', async () => {
    const id = await desk.queue();
    for (let run = 0; run < 3; run++) await desk.send(id);
    expect(await adapter.arrived(desk.mails)).toHaveLength(1);
  });

  it('brings nothing of a transaction that fails', async () => {
    const failing = desk.inWork(async () => {
      await desk.mails.queue(MAIL);
      throw new Error('Something else went wrong');
    });
    await expect(failing).rejects.toThrow('Something else');
    expect(await adapter.arrived(desk.mails)).toEqual([]);
    expect(await desk.jobs()).toBe(0);
  });

  it('has one mail for one cause', async () => {
    await desk.queue();
    await expect(desk.queue()).rejects.toThrow();
  });

  it('cannot be talked into a second recipient or another header', async () => {
    const id = await desk.queue({ subject: 'Hello\r\nBcc: eve@example.com' });
    await desk.send(id);
    expect(await adapter.arrived(desk.mails)).toEqual([
      expect.objectContaining({ to: MAIL.to, subject: 'Hello Bcc: eve@example.com' }),
    ]);
  });
}
