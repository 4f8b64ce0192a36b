import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type App, BuiltProcess } from '../../support/built-process';
import { COMMANDS, ROOT } from '../../support/commands';
import { freePort } from '../../support/free-port';
import { SETTINGS as OPERATOR } from '../../support/operator';
import { Books } from './books';
import { MailServer } from '../../support/mail-server';
import { type Server } from './server';
import { mariadb, redis } from './services';

/** High, not off: a drill is to go through the limits, and through what they need. */
const NO_END = '1000000/60';

const SETTINGS = {
  ...OPERATOR,
  THROTTLE_ANON: NO_END,
  THROTTLE_USER: NO_END,
  THROTTLE_LOGIN: NO_END,
  THROTTLE_SESSION: NO_END,
};

/** An API process or a worker that can be ended and come back where it was. */
export class Seat {
  process: BuiltProcess | null = null;

  constructor(
    readonly app: App,
    readonly port: number,
    private readonly env: Readonly<Record<string, string>>,
  ) {}

  get current(): BuiltProcess {
    if (this.process === null) throw new Error(`This ${this.app} was not started`);
    return this.process;
  }

  /** Does not wait until it is at work. */
  spawn(): BuiltProcess {
    this.process = BuiltProcess.spawn(this.app, { ...this.env, PORT: String(this.port) });
    return this.process;
  }

  async start(): Promise<void> {
    await this.spawn().started;
  }

  async end(): Promise<void> {
    await this.process?.end('SIGKILL');
  }
}

/** A scaled desk of built processes on a MariaDB and a Redis of its own, all of which a drill may end. */
export class DrillDesk {
  readonly apis: Seat[] = [];
  readonly workers: Seat[] = [];

  private constructor(
    readonly folder: string,
    readonly env: Readonly<Record<string, string>>,
    readonly database: Server,
    readonly redis: Server,
    readonly mailServer: MailServer,
    readonly books: Books,
  ) {}

  /** Migrated, and no process started yet. */
  static async prepare(settings: Readonly<Record<string, string>> = {}): Promise<DrillDesk> {
    const folder = mkdtempSync(join(tmpdir(), 'desk-drill-'));
    const store = await mariadb(folder);
    const bell = await redis(folder);
    await store.server.start();
    await bell.server.start();
    const mailServer = await MailServer.start();
    const env = {
      ...SETTINGS,
      DATA_DIR: join(folder, 'data'),
      DATABASE_URL: store.url,
      REDIS_URL: bell.url,
      SMTP_URL: mailServer.url,
      JWT_SECRET: randomBytes(32).toString('hex'),
      ...settings,
    };
    const [, ...migrate] = COMMANDS.migrate;
    execFileSync(process.execPath, migrate, { cwd: ROOT, env: { PATH: process.env['PATH'], ...env } });
    return new DrillDesk(folder, env, store.server, bell.server, mailServer, new Books(store.url));
  }

  static async start(
    { apis, workers }: { apis: number; workers: number },
    settings: Readonly<Record<string, string>> = {},
  ): Promise<DrillDesk> {
    const desk = await DrillDesk.prepare(settings);
    // One after the other: the first makes the first superadmin.
    for (let each = 0; each < apis; each++) await (await desk.seat('api')).start();
    for (let each = 0; each < workers; each++) await (await desk.seat('worker')).start();
    return desk;
  }

  /** Room for one more process, which is not started yet. */
  async seat(app: App): Promise<Seat> {
    const seat = new Seat(app, await freePort(), this.env);
    (app === 'api' ? this.apis : this.workers).push(seat);
    return seat;
  }

  /** Of an API process, with the prefix and without a slash at its end. */
  url(api = 0): string {
    const seat = this.apis[api];
    if (seat === undefined) throw new Error(`There is no API process ${api}`);
    return `http://127.0.0.1:${seat.port}/desk`;
  }

  get processes(): BuiltProcess[] {
    return [...this.apis, ...this.workers].map((seat) => seat.current);
  }

  /** Ends everything that it started, however far a drill got. */
  async stop(): Promise<void> {
    const seats = [...this.apis, ...this.workers];
    await Promise.all(seats.map((seat) => seat.end()));
    await this.books.close();
    await this.mailServer.stop();
    await this.redis.end('SIGKILL');
    await this.database.end('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }
}
