import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

import Database from 'better-sqlite3';

/** Of the demo workspace; printed at its start. */
export const PASSWORD = 'velumera-demo';
export const AGENT = 'agent@velumera.example';
export const CUSTOMER = 'customer@velumera.example';

/** Data folders with exactly so many tickets each, grown one from the other by the product's own commands. */
export function makeWorkspaces(folder, cli, sizes) {
  let previous = null;
  return sizes.map((size) => {
    const dataDir = join(folder, String(size));
    const file = join(dataDir, 'desk.sqlite');
    mkdirSync(dataDir);
    if (previous === null) {
      runCli(cli, dataDir, ['migrate']);
      runCli(cli, dataDir, ['demo:load']);
    } else copyFileSync(previous, file);
    runCli(cli, dataDir, ['demo:load', '--tickets', String(size - countTickets(file))]);
    // A desk that has kept up: nothing is left over that it would do while it is measured.
    runCli(cli, dataDir, ['automation:idle']);
    runCli(cli, dataDir, ['sla:check']);
    previous = file;
    return { size, dataDir, file };
  });
}

export function read(file, work) {
  const database = new Database(file, { readonly: true });
  try {
    return work(database);
  } finally {
    database.close();
  }
}

function countTickets(file) {
  return read(file, (database) => database.prepare('SELECT count(*) FROM jrd_tickets').pluck().get());
}

function runCli(cli, dataDir, args) {
  const result = spawnSync(process.execPath, [cli, ...args], {
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (result.status !== 0) throw new Error(`${args.join(' ')}: ${result.stderr}`);
}
