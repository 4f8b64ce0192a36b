import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { PASSWORD } from './test-desk';

const MAIN = join(__dirname, '../../dist/apps/api/main.js');
const PAGES = ['console', 'portal'].map((name) => join(__dirname, `../../dist/web/${name}/index.html`));

export const ADMIN = { email: 'root@desk.example', password: PASSWORD };

/** The desk as `npm start` runs it: the built server in a process of its own, on an empty folder and a free port. */
export class BuiltDesk {
  private constructor(
    private readonly process: ChildProcess,
    private readonly folder: string,
    /** With the prefix and a slash at its end. */
    readonly url: string,
  ) {}

  /** @throws when it is not built, or with what the process said when it ends instead of serving. */
  static async start(env: Record<string, string> = {}): Promise<BuiltDesk> {
    const missing = [MAIN, ...PAGES].find((file) => !existsSync(file));
    if (missing !== undefined) throw new Error(`There is no ${missing}: npm run build first`);
    const folder = mkdtempSync(join(tmpdir(), 'desk-built-'));
    const child = spawn(process.execPath, [MAIN, '--migrate'], {
      env: { DATA_DIR: folder, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'warn', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return new BuiltDesk(child, folder, await untilServing(child));
  }

  /** @throws when it does not drain and leave in peace. */
  async stop(): Promise<void> {
    const left = once(this.process, 'exit') as Promise<[number | null, string | null]>;
    this.process.kill('SIGTERM');
    const [code, signal] = await left;
    rmSync(this.folder, { recursive: true });
    if (code !== 0)
      throw new Error(`The desk ended with ${signal ?? String(code)} when it was asked to stop`);
  }
}

function untilServing(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      said += String(chunk);
      const [, url] = /^JeyaRamaDesk is at (\S+)$/m.exec(said) ?? [];
      if (url !== undefined) resolve(url);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => reject(new Error(`The desk ended with ${String(code)}: ${said}`)));
  });
}
