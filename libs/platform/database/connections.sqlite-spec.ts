import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Connections, openConnections } from './index';

let folder: string;
let connections: Connections;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'desk-connections-'));
  const target = { engine: 'sqlite', file: join(folder, 'desk.sqlite') } as const;
  connections = await openConnections(target, { entities: [], migrations: [] });
  await connections.writer.query('CREATE TABLE notes (id INTEGER PRIMARY KEY)');
});

afterAll(async () => {
  await connections.close();
  rmSync(folder, { recursive: true });
});

it('reads outside a unit of work go through a connection that cannot write', async () => {
  await expect(connections.reader.query('INSERT INTO notes (id) VALUES (1)')).rejects.toThrow(/readonly/);
  expect(await connections.reader.query('SELECT id FROM notes')).toEqual([]);
});

it('an acknowledged write survives power loss', async () => {
  expect(await connections.writer.query('PRAGMA synchronous')).toEqual([{ synchronous: 2 }]);
  expect(await connections.writer.query('PRAGMA journal_mode')).toEqual([{ journal_mode: 'wal' }]);
});
