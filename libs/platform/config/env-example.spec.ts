import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Config } from './config';

const EXAMPLE = readFileSync(join(__dirname, '../../../.env.example'), 'utf8');

/** Shown with a value that is not their default. */
const ILLUSTRATED = ['DRAIN_SECONDS', 'REDIS_URL', 'SMTP_URL', 'TRUST_PROXY'];

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
  expect([...shown.keys()].sort()).toEqual([...read].sort());
});

it('shows the defaults', () => {
  const values = [...shown].filter(([name, value]) => value !== '' && !ILLUSTRATED.includes(name));
  const asShown = { ...Object.fromEntries(values), DATA_DIR: folder, DATABASE_URL: '' };
  expect(Config.from(asShown)).toEqual(Config.from({ DATA_DIR: folder }));
});

it('needs a shared secret and a server’s database for several processes', () => {
  const redis = { DATA_DIR: folder, REDIS_URL: 'redis://localhost:6379' };
  expect(() => Config.from(redis)).toThrow(/^REDIS_URL: .*DATABASE_URL/);
  const mysql = { ...redis, DATABASE_URL: 'mysql://desk:secret@localhost/desk' };
  expect(() => Config.from(mysql)).toThrow(/^JWT_SECRET: .*REDIS_URL/);
  const complete = Config.from({ ...mysql, JWT_SECRET: 'x'.repeat(32) });
  expect(complete.redisUrl).toBe('redis://localhost:6379');
});
