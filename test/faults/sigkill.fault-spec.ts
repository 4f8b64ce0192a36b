import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { buildServer } from '../support/build-server';
import { BuiltProcess } from '../support/built-process';
import { SETTINGS } from '../support/operator';
import { report, SCALE, SEED } from '../support/scale';
import { expectFilesServed, expectNothingLost, expectRepeatsAnswered } from './acknowledged';
import { audit } from './audit';
import { Books } from './books';
import { type Company, foundCompany } from './company';
import { Dice } from './dice';
import { Ledger } from './ledger';
import { Traffic } from './traffic';

// Building, a dozen starts of a server and as many rounds of writes take their time.
jest.setTimeout(180_000);

const LANES = 8;
const ROUNDS = Array.from({ length: SCALE.killRounds }, (_, index) => index + 1);

let dataDir: string;
let desk: BuiltProcess;
let company: Company;
let books: Books;
const endings: (() => unknown)[] = [];
const ledger = new Ledger();
const dice = new Dice(SEED);

beforeAll(async () => {
  report(`SIGKILL drill, seed ${SEED}, ${ROUNDS.length} rounds of ${LANES} connections`);
  buildServer();
  dataDir = mkdtempSync(join(tmpdir(), 'desk-sigkill-'));
  endings.push(() => {
    rmSync(dataDir, { recursive: true });
  });
  desk = await start();
  endings.push(() => desk.end('SIGKILL'));
  company = await foundCompany(desk);
  books = new Books(dataDir);
  endings.push(() => {
    books.close();
  });
});

// Whatever the start got to.
afterAll(async () => {
  for (const end of endings.reverse()) await end();
});

/** Answers once the desk says where it is and that it is ready. */
async function start(): Promise<BuiltProcess> {
  const env = { ...SETTINGS, DATA_DIR: dataDir, LOG_LEVEL: 'error' };
  const started = await BuiltProcess.start('embedded', env);
  const ready = await fetch(`${started.url}/health/ready`);
  if (!ready.ok) throw new Error(`The desk is not ready: ${ready.status}`);
  return started;
}

/** Kills the server at a moment that chance chooses among those when it is busy. */
async function killInTheMiddle(round: number): Promise<void> {
  const after = dice.between(15, 90);
  const moment = dice.between(0, 15);
  let killed: Promise<unknown> | undefined;
  const traffic = new Traffic(company, ledger, dice, round);
  try {
    await traffic.run(desk.url, LANES, {
      after,
      enough: () => {
        setTimeout(() => {
          killed = desk.end('SIGKILL');
        }, moment);
      },
    });
  } finally {
    // An unexpected answer ends one lane: the others end with their server.
    await (killed ?? desk.end('SIGKILL'));
  }
}

/** Now and then it dies again while it makes up for the first time. */
async function restart(): Promise<number> {
  const deaths = dice.chance(0.35) ? 2 : 1;
  for (let death = 1; death < deaths; death++) await (await start()).end('SIGKILL');
  desk = await start();
  return deaths;
}

describe('a server that is killed in a stream of writes', () => {
  it.each(ROUNDS)('should have lost and doubled nothing, round %d', async (round) => {
    const before = ledger.entries.length;
    await killInTheMiddle(round);
    const sent = ledger.entries.slice(before);
    const inDoubt = sent.filter(({ answer }) => answer === null).length;
    const undelivered = books.count('jobs') + books.count('outbox');
    const deaths = await restart();

    await books.settled();
    expectNothingLost(books, ledger);
    audit(books, company);
    await expectFilesServed(desk.url, sent);

    const repeated = await expectRepeatsAnswered(desk.url, sent);
    await books.settled();
    expectNothingLost(books, ledger);
    audit(books, company);
    report(
      `round ${round}: ${sent.length - inDoubt} answered, ${inDoubt} in doubt, ${undelivered} undelivered at the ` +
        `kill, ${deaths === 1 ? 'killed once' : 'killed again while recovering'}, ${repeated} repeated: nothing lost`,
    );
  });
});
