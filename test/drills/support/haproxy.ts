import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { freePort } from '../../support/free-port';
import { Server } from './server';
import { requireProgram } from './services';

const SHIPPED = join(__dirname, '../../../docker/haproxy.cfg');

/** The proxy of `docker/compose.scaled.yml` as it is configured there, but for the addresses. */
export async function haproxy(folder: string, apis: readonly [number, number]): Promise<Server> {
  requireProgram('haproxy');
  const port = await freePort();
  const config = readFileSync(SHIPPED, 'utf8')
    .replace('bind :8000', `bind 127.0.0.1:${port}`)
    .replace('api-1:8000', `127.0.0.1:${apis[0]}`)
    .replace('api-2:8000', `127.0.0.1:${apis[1]}`);
  const file = join(folder, 'haproxy.cfg');
  writeFileSync(file, config);
  return new Server('haproxy', ['-db', '-f', file], port);
}
