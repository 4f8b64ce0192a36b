import { createServer, type Server, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Config } from '@desk/platform/config';

import { startFailure } from './start-failure';
import { ServiceUnreachable, waitForServices } from './wait-for-services';

const IMPATIENT_MS = 100;

let folder: string;
let silent: Server;
let port: number;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'desk-wait-'));
  // Somebody is there who hangs up: no database.
  silent = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  ({ port } = silent.address() as AddressInfo);
});

afterAll(() => {
  silent.close();
  rmSync(folder, { recursive: true });
});

it('waits for nobody where nothing is named', async () => {
  await waitForServices(Config.from({ DATA_DIR: folder }), 0);
});

it('gives up in the end, with one line that names the setting', async () => {
  const config = Config.from({
    DATA_DIR: folder,
    DATABASE_URL: `mysql://desk:secret@127.0.0.1:${port}/desk`,
  });
  const failure: unknown = await waitForServices(config, IMPATIENT_MS).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(ServiceUnreachable);
  const line = startFailure(failure);
  expect(line).toMatch(/^The database of DATABASE_URL does not answer: \S/);
  expect(line).not.toContain('\n');
  expect(line).not.toContain('secret');
});
