import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';

import { buildServer } from '../support/build-server';
import { report, SEED } from '../support/scale';
import { Books } from './books';
import { Dice } from './dice';

const ROOT = join(__dirname, '../..');
const TICKETS = 290;
const LOADED = /^JeyaRamaDesk is at (\S+)\/$/;

let folder: string;

beforeAll(() => {
  buildServer();
  folder = mkdtempSync(join(tmpdir(), 'desk-demo-'));
}, 120_000);

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function start(): ChildProcess {
  return spawn(process.execPath, ['dist/apps/api/main.js', '--migrate', '--demo'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      DATA_DIR: folder,
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'error',
      THROTTLE_LOGIN: '0',
    },
  });
}

async function untilSaid(child: ChildProcess, wanted: RegExp): Promise<string> {
  if (child.stdout === null) throw new Error('The demo says nothing');
  for await (const line of createInterface(child.stdout)) {
    const found = wanted.exec(line);
    if (found !== null) return found[1] ?? line;
  }
  throw new Error(`The demo ended before it said ${String(wanted)}`);
}

/** The load is one transaction: it has left everything or nothing. */
function ticketsLeft(): number {
  const books = new Books(folder);
  try {
    return books.count('jrd_tickets');
  } finally {
    books.close();
  }
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

async function signIn(url: string, email: string): Promise<string> {
  const answer = await fetch(`${url}/api/accounts/token/`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, password: 'velumera-demo' }),
  });
  return ((await answer.json()) as { access: string }).access;
}

it('a start of the demo that is killed during its load is made good by the next one', async () => {
  const killed = start();
  await untilSaid(killed, /^Loading/);
  const moment = new Dice(SEED).between(100, 1_200);
  await pause(moment);
  await kill(killed);
  const left = ticketsLeft();
  report(`demo killed ${moment} ms into its load, seed ${SEED}: ${left} tickets left`);
  expect(left === 0 || left >= TICKETS).toBe(true);

  const second = start();
  await untilSaid(second, left === 0 ? /^Loading/ : LOADED);
  await kill(second);

  const third = start();
  try {
    const url = await untilSaid(third, LOADED);
    const headers = { Authorization: `Bearer ${await signIn(url, 'agent@velumera.example')}` };
    const list = await fetch(`${url}/api/tickets/tickets/?page_size=1`, { headers });
    expect(((await list.json()) as { count: number }).count).toBeGreaterThanOrEqual(TICKETS);
  } finally {
    await kill(third);
  }
});
