import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { BuiltProcess } from './built-process';
import { ROOT } from './commands';

export { ADMIN } from './operator';

const PARTS = ['apps/api/main.js', 'web/console/index.html', 'web/portal/index.html'];

/** The desk as `npm start` runs it, pages and all: on an empty folder and a free port. */
export class BuiltDesk {
  private constructor(
    private readonly process: BuiltProcess,
    private readonly folder: string,
  ) {}

  /** @throws when it is not built, or with what the process said when it ends instead of serving. */
  static async start(env: Record<string, string> = {}): Promise<BuiltDesk> {
    const missing = PARTS.map((part) => join(ROOT, 'dist', part)).find((file) => !existsSync(file));
    if (missing !== undefined) throw new Error(`There is no ${missing}: npm run build first`);
    const folder = mkdtempSync(join(tmpdir(), 'desk-built-'));
    const settings = { DATA_DIR: folder, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'warn', ...env };
    return new BuiltDesk(await BuiltProcess.start('embedded', settings), folder);
  }

  /** With the prefix and a slash at its end. */
  get url(): string {
    return `${this.process.url}/`;
  }

  /** Everything that it logged so far. */
  get said(): string {
    return this.process.said;
  }

  /** @throws when it does not drain and leave in peace. */
  async stop(): Promise<void> {
    const code = await this.process.end('SIGTERM');
    rmSync(this.folder, { recursive: true });
    if (code !== 0) throw new Error(`The desk ended with ${code ?? 'a signal'} when it was asked to stop`);
  }
}
