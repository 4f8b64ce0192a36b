import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Config } from './config';

let folder: string;

beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'desk-secret-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const secret = () => Config.from({ DATA_DIR: folder }).jwtSecret;

it('is made at the first start, kept for the next and read by its owner alone', () => {
  const made = secret();
  expect(made.length).toBeGreaterThanOrEqual(32);
  expect(secret()).toBe(made);
  expect(readdirSync(folder)).toEqual(['jwt-secret']);
  expect(statSync(join(folder, 'jwt-secret')).mode & 0o777).toBe(0o600);
});

it.each(['', '\n', 'half'])('is made anew where a crash left %j of it', (rest) => {
  writeFileSync(join(folder, 'jwt-secret'), rest);
  expect(secret().length).toBeGreaterThanOrEqual(32);
  expect(secret()).toBe(secret());
});

it('gives each purpose a key of its own, the same at each start', () => {
  const config = Config.from({ DATA_DIR: folder });
  expect(Config.from({ DATA_DIR: folder }).keyFor('one')).toEqual(config.keyFor('one'));
  expect(config.keyFor('two')).not.toEqual(config.keyFor('one'));
  const other = Config.from({ DATA_DIR: folder, JWT_SECRET: 'another secret, of another workspace' });
  expect(other.keyFor('one')).not.toEqual(config.keyFor('one'));
});
