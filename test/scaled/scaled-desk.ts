import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { migrateDatabase } from '@desk/backend/prepare-database';
import { Config } from '@desk/platform/config';

import { PASSWORD } from '../support/test-desk';
import { TestPlace } from '../support/test-place';

const APPS = join(__dirname, '../../dist/apps');

export const ADMIN = { email: 'root@desk.example', password: PASSWORD };

const SETTINGS = {
  HOST: '127.0.0.1',
  PORT: '0',
  LOG_LEVEL: 'warn',
  ADMIN_EMAIL: ADMIN.email,
  ADMIN_PASSWORD: ADMIN.password,
  THROTTLE_ANON: '0',
  THROTTLE_USER: '0',
  THROTTLE_LOGIN: '0',
  THROTTLE_SESSION: '0',
};

/** One process of the built product. */
export class BuiltProcess {
  private constructor(
    private readonly child: ChildProcess,
    /** What the line said that told of its start. */
    readonly said: RegExpExecArray,
  ) {}

  static async start(
    app: 'api' | 'worker',
    env: Readonly<Record<string, string>>,
    started: RegExp,
  ): Promise<BuiltProcess> {
    const child = spawn(process.execPath, ['--enable-source-maps', join(APPS, app, 'main.js')], {
      env: { PATH: process.env['PATH'], ...SETTINGS, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const lines: string[] = [];
    child.stderr.on('data', (chunk: Buffer) => lines.push(String(chunk)));
    return new Promise((resolve, reject) => {
      createInterface(child.stdout).on('line', (line) => {
        lines.push(`${line}\n`);
        const match = started.exec(line);
        if (match !== null) resolve(new BuiltProcess(child, match));
      });
      child.once('exit', (code) => {
        reject(new Error(`${app} ended with ${code ?? 'a signal'} before it was there:\n${lines.join('')}`));
      });
    });
  }

  /** @returns its exit code, null after SIGKILL. */
  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return this.child.exitCode;
    const left = once(this.child, 'exit') as Promise<[number | null]>;
    this.child.kill(signal);
    return (await left)[0];
  }
}

/** Several API processes and workers on one database and one Redis, started as an operator starts them. */
export class ScaledDesk {
  readonly workers: BuiltProcess[] = [];
  private readonly apis: BuiltProcess[] = [];

  private constructor(private readonly place: TestPlace) {}

  static async start(processes: { apis: number; workers: number }): Promise<ScaledDesk> {
    const place = await TestPlace.create();
    const desk = new ScaledDesk(place);
    await migrateDatabase(Config.from({ ...place.env, ...SETTINGS }), new Date());
    // One after the other: the first makes the first superadmin.
    for (let each = 0; each < processes.apis; each++) await desk.startApi();
    for (let each = 0; each < processes.workers; each++) await desk.startWorker();
    return desk;
  }

  /** With the prefix, without a slash at its end. */
  url(api: number): string {
    const found = this.apis[api]?.said[1];
    if (found === undefined) throw new Error(`There is no API process ${api}`);
    return found;
  }

  async startWorker(): Promise<void> {
    this.workers.push(await BuiltProcess.start('worker', this.place.env, /^The worker of .* is at work$/));
  }

  /** @returns the exit codes of all processes. */
  async stop(): Promise<(number | null)[]> {
    const codes = await Promise.all([...this.apis, ...this.workers].map((each) => each.end('SIGTERM')));
    await this.place.remove();
    return codes;
  }

  private async startApi(): Promise<void> {
    this.apis.push(await BuiltProcess.start('api', this.place.env, /^JeyaRamaDesk is at (\S+)\/$/));
  }
}
