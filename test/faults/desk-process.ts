import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

import { COMMANDS, ROOT } from '../support/commands';

const STARTED = /^JeyaRamaDesk is at (\S+)\/$/;

export const ADMIN = { email: 'admin@example.com', password: 'plain-sailing-87' };

/** Builds the server when its build is missing or stale, as `npm start` does. */
export function buildServer(): void {
  const built = spawnSync(process.execPath, ['scripts/build.mjs', 'api'], { cwd: ROOT, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`The server cannot be built:\n${built.stdout}${built.stderr}`);
}

/** The built desk as a process of its own, on a free port. */
export class DeskProcess {
  private constructor(
    private readonly child: ChildProcess,
    /** With the prefix, without a slash at its end. */
    readonly url: string,
  ) {}

  /** Answers once the desk says where it is and that it is ready. */
  static async start(dataDir: string): Promise<DeskProcess> {
    const [, ...args] = COMMANDS.embedded;
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'],
        DATA_DIR: dataDir,
        HOST: '127.0.0.1',
        PORT: '0',
        LOG_LEVEL: 'error',
        ADMIN_EMAIL: ADMIN.email,
        ADMIN_PASSWORD: ADMIN.password,
        THROTTLE_ANON: '0',
        THROTTLE_USER: '0',
        THROTTLE_LOGIN: '0',
        THROTTLE_SESSION: '0',
      },
    });
    const said: string[] = [];
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
    const url = await new Promise<string>((resolve, reject) => {
      createInterface(child.stdout).on('line', (line) => {
        said.push(`${line}\n`);
        const address = STARTED.exec(line)?.[1];
        if (address !== undefined) resolve(address);
      });
      child.once('error', reject);
      child.once('exit', (code) => {
        reject(new Error(`The desk ended with ${code ?? 'a signal'} before it served:\n${said.join('')}`));
      });
    });
    const ready = await fetch(`${url}/health/ready`);
    if (!ready.ok) throw new Error(`The desk is not ready: ${ready.status}`);
    return new DeskProcess(child, url);
  }

  /** As power loss ends a process: no handler runs. */
  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
  }
}
