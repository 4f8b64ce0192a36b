import { TicketCreated } from '@desk/domains/tickets';
import { type DeskEvent, ListenerRegistry } from '@desk/platform/events';

import { ADMIN } from '../support/operator';
import { report, SCALE, SEED } from '../support/scale';
import { createTestDesk, type TestDesk } from '../support/test-desk';
import { expectFilesServed, expectNothingLost } from './acknowledged';
import { audit } from './audit';
import { Books } from './books';
import { call, type Company, foundCompany } from './company';
import { Dice } from './dice';
import { Ledger, send, type Sent, toSentFile } from './ledger';

jest.setTimeout(120_000);

const CREATIONS = 200;
const FAILURES = 80;
const NO_UPLOAD = '01890a5d-ac96-774b-bcce-b302099a8057';
const ROUNDS = Array.from({ length: SCALE.creationRounds }, (_, index) => index + 1);

let desk: TestDesk;
let company: Company;
let books: Books;
const ledger = new Ledger();
const dice = new Dice(SEED);
const CONTENTS = [1, 900, 40_000].map((length) => dice.bytes(length));

beforeAll(async () => {
  report(`${CREATIONS} creations at once, seed ${SEED}, ${ROUNDS.length} rounds`);
  desk = await createTestDesk();
  // Last of all that listen within: when it fails, everything of the ticket has been written.
  desk.get(ListenerRegistry).addWithin({ events: [TicketCreated], order: 1_000 }, async (event) => {
    const { title } = (event as DeskEvent<{ title: string }>).payload;
    if (title.startsWith('Late')) throw new Error('A listener fails at the very end');
  });
  const names = { first_name: 'First', last_name: 'Person' };
  await call(`${desk.url}/api/accounts/setup/`, null, 'POST', { ...ADMIN, ...names });
  company = await foundCompany(desk);
  books = new Books(desk.config.dataDir);
});

afterAll(async () => {
  books.close();
  await desk.close();
});

function creation(marker: string): Sent {
  const by = dice.pick(company.customers);
  const body = {
    title: `Question ${marker}`,
    description: `About ${marker}`,
    priority: dice.pick(['low', 'medium', 'high', 'urgent']),
  };
  const sent: Sent = {
    act: 'ticket',
    by,
    marker,
    path: 'tickets/tickets/',
    body,
    files: [],
    claimed: [],
    key: dice.chance(0.3) ? `key-${marker}` : null,
    answer: null,
  };
  if (dice.chance(0.2)) sent.files = [toSentFile(`${marker}.bin`, dice.pick(CONTENTS))];
  return sent;
}

/** Refused before the first write, after the ticket's row, or by a listener when everything is written. */
function failure(marker: string): Sent {
  const sent = { ...creation(marker), act: 'refused' as const };
  const draw = dice.next();
  if (draw < 0.3) sent.body['category'] = 999_999;
  else if (draw < 0.6) sent.body = { ...sent.body, upload_ids: [NO_UPLOAD] };
  else sent.body['title'] = `Late ${marker}`;
  if ('upload_ids' in sent.body) sent.files = [];
  return sent;
}

/** The same requests in an order that chance chooses. */
function shuffled(requests: readonly Sent[]): Sent[] {
  return requests
    .map((sent) => ({ sent, place: dice.next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ sent }) => sent);
}

function otherThan(requests: readonly Sent[], wanted: (sent: Sent) => number): unknown[] {
  return requests
    .filter((sent) => sent.answer?.status !== wanted(sent))
    .map(({ body, files, answer }) => ({ body, files: files.map(({ name }) => name), answer }));
}

function rowsThatSpeakOf(markers: readonly string[]): string[] {
  const tables = Object.keys(books.counts());
  return tables.flatMap((table) => {
    const found = books.rows(`SELECT * FROM "${table}"`).map((row) => JSON.stringify(row));
    return found
      .filter((row) => markers.some((marker) => row.includes(marker)))
      .map((row) => `${table}: ${row}`);
  });
}

describe('two hundred creations at once', () => {
  it.each(ROUNDS)('should all succeed beside others that fail, round %d', async (round) => {
    const good = Array.from({ length: CREATIONS }, (_, index) => creation(`r${round}g${index}x`));
    const bad = Array.from({ length: FAILURES }, (_, index) => failure(`r${round}b${index}x`));
    const all = shuffled([...good, ...bad]);
    ledger.entries.push(...all);
    await Promise.all(
      all.map(async (sent) => {
        sent.answer = await send(desk.url, sent);
      }),
    );

    expect(otherThan(good, () => 201)).toEqual([]);
    expect(otherThan(bad, ({ body }) => (String(body['title']).startsWith('Late') ? 500 : 400))).toEqual([]);
    const references = good.map(({ answer }) => String(answer?.body['ticket_id']));
    expect(references.filter((reference) => !/^JRD-[A-Z0-9]{6}$/.test(reference))).toEqual([]);
    expect(new Set(references).size).toBe(CREATIONS);

    await books.settled();
    expectNothingLost(books, ledger);
    audit(books, company);
    await expectFilesServed(desk.url, good);
    expect(rowsThatSpeakOf(bad.map(({ marker }) => marker))).toEqual([]);
    expect(books.count('jrd_tickets')).toBe(CREATIONS * round);
    report(`round ${round}: ${CREATIONS} created, ${FAILURES} failed in the middle and left nothing`);
  });
});
