import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';

import { eventually } from './eventually';

const PATIENCE_MS = 30_000;

/** Servers stand where an ordinary user's path may not lead. */
export const SEARCHED = `${process.env['PATH'] ?? ''}:/usr/sbin`;

/** A server of the distribution's packages as a process of the drill's own, on one loopback port over all its restarts. */
export class Server {
  private child: ChildProcess | null = null;
  private output = '';

  constructor(
    private readonly program: string,
    private readonly args: readonly string[],
    readonly port: number,
  ) {}

  /** @throws with what it said when it ends instead of answering. */
  async start(): Promise<void> {
    const child = spawn(this.program, this.args, {
      env: { PATH: SEARCHED },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => (this.output = (this.output + String(chunk)).slice(-4000)));
    }
    await once(child, 'spawn');
    await eventually(() => {
      if (child.exitCode !== null) throw new Error(`${this.program} ended:\n${this.output}`);
      return answers(this.port);
    }, PATIENCE_MS);
  }

  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const { child } = this;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    const end = (isUp: boolean): void => {
      socket.destroy();
      resolve(isUp);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}
