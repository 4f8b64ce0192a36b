import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Config } from './config';

const EXAMPLE = readFileSync(join(__dirname, '../../../.env.example'), 'utf8');

/** Read only to refuse it: it has no effect in this version. */
const REFUSED = 'REDIS_URL';
/** Shown with a value that is not their default. */
const ILLUSTRATED = ['SMTP_URL', 'TRUST_PROXY'];

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-env-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const shown = new Map(
  [...EXAMPLE.matchAll(/^# ([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name!, value!]),
);

it('shows every setting that has an effect, and no other', () => {
  const read = new Set<string>();
  const env = new Proxy<Record<string, string>>(
    { DATA_DIR: folder },
    {
      get: (target, name) => {
        read.add(String(name));
        return target[String(name)];
      },
    },
  );
  Config.from(env);
  read.delete(REFUSED);
  expect([...shown.keys()].sort()).toEqual([...read].sort());
  expect(() => Config.from({ DATA_DIR: folder, [REFUSED]: 'redis://localhost' })).toThrow(REFUSED);
});

it('shows the defaults', () => {
  const values = [...shown].filter(([name, value]) => value !== '' && !ILLUSTRATED.includes(name));
  const asShown = { ...Object.fromEntries(values), DATA_DIR: folder, DATABASE_URL: '' };
  expect(Config.from(asShown)).toEqual(Config.from({ DATA_DIR: folder }));
});
