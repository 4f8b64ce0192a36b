import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';

import { freePort } from '../../support/free-port';
import { SEARCHED, Server } from './server';

const DATABASE = 'desk';
const PACKAGES = { mariadbd: 'mariadb-server', 'redis-server': 'redis-server', haproxy: 'haproxy' };

/** Keeps what it promised over a SIGKILL, as the distribution sets it. @returns the server and its DATABASE_URL. */
export async function mariadb(folder: string): Promise<{ server: Server; url: string }> {
  requireProgram('mariadbd');
  // It refuses to run as root; the package brings a user for it.
  const user = userInfo().uid === 0 ? 'mysql' : userInfo().username;
  const data = join(folder, 'mariadb');
  chmodSync(folder, 0o755);
  mkdirSync(data);
  if (user === 'mysql') chownSync(data, idOf('-u'), idOf('-g'));
  execFileSync(
    'mariadb-install-db',
    ['--no-defaults', `--user=${user}`, `--datadir=${data}`, '--auth-root-authentication-method=normal'],
    { stdio: 'pipe' },
  );
  const init = join(folder, 'init.sql');
  writeFileSync(
    init,
    `CREATE DATABASE IF NOT EXISTS ${DATABASE} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE USER IF NOT EXISTS 'desk'@'127.0.0.1' IDENTIFIED BY 'desk';
CREATE USER IF NOT EXISTS 'desk'@'localhost' IDENTIFIED BY 'desk';
GRANT ALL ON *.* TO 'desk'@'127.0.0.1';
GRANT ALL ON *.* TO 'desk'@'localhost';
`,
  );
  const port = await freePort();
  const args = [
    '--no-defaults',
    `--user=${user}`,
    `--datadir=${data}`,
    '--bind-address=127.0.0.1',
    `--port=${port}`,
    `--socket=${join(data, 'socket')}`,
    `--init-file=${init}`,
  ];
  return {
    server: new Server('mariadbd', args, port),
    url: `mysql://desk:desk@127.0.0.1:${port}/${DATABASE}`,
  };
}

/** Forgets everything when it ends, which the desk must not mind. */
export async function redis(folder: string): Promise<{ server: Server; url: string }> {
  requireProgram('redis-server');
  const port = await freePort();
  const args = ['--bind', '127.0.0.1', '--port', String(port), '--save', '', '--appendonly', 'no'];
  return {
    server: new Server('redis-server', [...args, '--dir', folder], port),
    url: `redis://127.0.0.1:${port}`,
  };
}

/** @throws that names the package. */
export function requireProgram(program: keyof typeof PACKAGES): void {
  const folders = SEARCHED.split(':');
  if (folders.some((folder) => existsSync(join(folder, program)))) return;
  throw new Error(
    `There is no ${program}; install the package ${PACKAGES[program]}, or let scripts/with-services.sh do it`,
  );
}

function idOf(which: '-u' | '-g'): number {
  return Number(execFileSync('id', [which, 'mysql'], { encoding: 'utf8' }));
}
