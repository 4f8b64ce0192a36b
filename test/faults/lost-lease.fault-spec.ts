import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Database from 'better-sqlite3';

import { buildServer } from '../support/build-server';
import { BuiltProcess } from '../support/built-process';
import { SETTINGS } from '../support/operator';

// Building, and the ten seconds after which a holder looks after its lease.
jest.setTimeout(180_000);

let folder: string;
let desk: BuiltProcess;

beforeAll(async () => {
  buildServer();
  folder = mkdtempSync(join(tmpdir(), 'desk-lease-'));
  desk = await BuiltProcess.start('embedded', { ...SETTINGS, DATA_DIR: folder });
});

afterAll(async () => {
  await desk.end('SIGKILL');
  rmSync(folder, { recursive: true });
});

it('a second process of one database says so and goes', async () => {
  const second = BuiltProcess.spawn('embedded', { ...SETTINGS, DATA_DIR: folder });
  expect(await second.exited()).toBe(1);
  expect(second.said).toMatch(/^Process \d+ on \S+ serves this database already; [^\n]+\n$/);
});

it('a process whose lease another has taken answers nothing more: it ends with 1 and one line', async () => {
  const database = new Database(join(folder, 'desk.sqlite'));
  const holder = '01890a5d-ac96-774b-bcce-b302099a8057';
  expect(database.prepare('UPDATE process_lease SET holder = ?').run(holder).changes).toBe(1);
  expect(await desk.exited()).toBe(1);
  expect(desk.said).toContain('Another process serves this database now');
  // What the one that took it holds is not given back by the one that lost it.
  expect(database.prepare('SELECT holder FROM process_lease').pluck().get()).toBe(holder);
  database.close();
  await expect(fetch(`${desk.url}/health/live`)).rejects.toThrow('fetch failed');
});
