import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { buildServer } from './desk-process';

const ROOT = join(__dirname, '../..');
/** Written behind the last commit when the load is well under way: far more than a migration leaves there. */
const HALF_WAY_BYTES = 1_000_000;
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

function bytesBehindTheLastCommit(): number {
  return statSync(join(folder, 'desk.sqlite-wal'), { throwIfNoEntry: false })?.size ?? 0;
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
  while (bytesBehindTheLastCommit() < HALF_WAY_BYTES) await new Promise((resolve) => setImmediate(resolve));
  expect(killed.exitCode).toBeNull();
  await kill(killed);

  const second = start();
  await untilSaid(second, /^Loading/);
  await kill(second);

  const third = start();
  try {
    const url = await untilSaid(third, LOADED);
    const headers = { Authorization: `Bearer ${await signIn(url, 'agent@velumera.example')}` };
    const list = await fetch(`${url}/api/tickets/tickets/?page_size=1`, { headers });
    expect(((await list.json()) as { count: number }).count).toBeGreaterThanOrEqual(290);
  } finally {
    await kill(third);
  }
});
