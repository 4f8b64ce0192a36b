import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

import { COMMANDS, ROOT } from './commands';

/** What a process prints once it does its work; an API process with its address, prefix included, without a slash. */
const SERVES = /^JeyaRamaDesk is at (\S+)\/$/;
const STARTED = {
  embedded: SERVES,
  api: SERVES,
  worker: /^The worker of .* is at work$/,
};

export type App = keyof typeof STARTED;

/** One process of the built product, started as an operator starts it. */
export class BuiltProcess {
  private readonly lines: string[] = [];
  private announced: RegExpExecArray | null = null;
  /** Settles when it is at work; fails with all that it said when it ends before. */
  readonly started: Promise<void>;

  private constructor(
    readonly app: App,
    private readonly child: ChildProcess,
  ) {
    child.stderr?.on('data', (chunk: Buffer) => this.lines.push(String(chunk)));
    this.started = new Promise((resolve, reject) => {
      if (child.stdout !== null) {
        createInterface(child.stdout).on('line', (line) => {
          this.lines.push(`${line}\n`);
          this.announced ??= STARTED[app].exec(line);
          if (this.announced !== null) resolve();
        });
      }
      child.once('exit', (code) => {
        reject(new Error(`${app} ended with ${code ?? 'a signal'} before it was there:\n${this.said}`));
      });
    });
    // Who only wants to see how it ends need not listen.
    this.started.catch(() => undefined);
  }

  static spawn(app: App, env: Readonly<Record<string, string>>): BuiltProcess {
    const [, ...args] = COMMANDS[app];
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: { PATH: process.env['PATH'], ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return new BuiltProcess(app, child);
  }

  static async start(app: App, env: Readonly<Record<string, string>>): Promise<BuiltProcess> {
    const started = BuiltProcess.spawn(app, env);
    await started.started;
    return started;
  }

  /** Of one that serves: with the prefix, without a slash at its end. */
  get url(): string {
    const url = this.announced?.[1];
    if (url === undefined) throw new Error(`${this.app} has not said where it is`);
    return url;
  }

  /** Everything that it printed so far. */
  get said(): string {
    return this.lines.join('');
  }

  get isAlive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  signal(signal: 'SIGTERM' | 'SIGKILL'): void {
    this.child.kill(signal);
  }

  /** @returns its exit code, null when a signal ended it. */
  async exited(): Promise<number | null> {
    if (this.isAlive) await once(this.child, 'exit');
    return this.child.exitCode;
  }

  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
    if (this.isAlive) this.signal(signal);
    return this.exited();
  }
}
