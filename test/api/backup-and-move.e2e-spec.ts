import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import BetterSqlite3 from 'better-sqlite3';

import { requireMigrated, withDatabase } from '@desk/backend/prepare-database';
import { readArchive } from '@desk/backend/transfer/archive/read-archive';
import { rowsOfPart } from '@desk/backend/transfer/archive/table-parts';
import { whole } from '@desk/backend/transfer/archive/verify-archive';
import { backup } from '@desk/backend/transfer/backup';
import { move } from '@desk/backend/transfer/move';
import { type Progress } from '@desk/backend/transfer/progress';
import { isComplete, isEqual, type TransferReport } from '@desk/backend/transfer/report';
import { restore } from '@desk/backend/transfer/restore';
import { Config } from '@desk/platform/config';
import { Snapshot } from '@desk/platform/database';

import { ROOT } from '../support/commands';
import { TestPlace } from '../support/test-place';
import { TestTickets, TICKETS } from '../support/test-tickets';

const UNSEEN: Progress = { begin: () => undefined, add: () => undefined };
const run = promisify(execFile);

/** A desk in use, on the engine of this run; what is made of it goes to the other one as well as to its own. */
let tickets: TestTickets;
let folder: string;
let archive: string;
let places: TestPlace[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'desk-archive-'));
  archive = join(folder, 'desk.tar');
  places = [];
  tickets = await TestTickets.start();
  await run(process.execPath, ['scripts/build.mjs', 'cli'], { cwd: ROOT });
  await tickets
    .as('customer', 'post', TICKETS)
    .field('title', 'With a file')
    .field('description', 'See it')
    .attach('files', Buffer.from('hello'), 'hello.txt')
    .expect(201);
}, 180_000);

afterAll(async () => {
  await tickets.close();
  await Promise.all(places.map((place) => place.remove()));
  rmSync(folder, { recursive: true });
});

/** An empty place on the engine of this run. */
async function aPlace(): Promise<Config> {
  const place = await TestPlace.create();
  places.push(place);
  return Config.from({ ...place.env });
}

/** A place on SQLite, whatever the run is on. */
const onSqlite = (name: string): Config => Config.from({ DATA_DIR: join(folder, name) });

const fileOf = ({ dataDir }: Config): string => join(dataDir, 'desk.sqlite');

const rowsOf = (config: Config, table: string): Promise<number> =>
  withDatabase(config, async ({ reader }) => {
    const [row] = await reader.query<{ n: number }[]>(`SELECT COUNT(*) AS n FROM ${table}`);
    return Number(row?.n);
  });

const allRowsOf = (config: Config): Promise<number> =>
  withDatabase(config, (connections) => Snapshot.take(connections, (snapshot) => snapshot.rows()));

const contentOf = (config: Config): Promise<Record<string, string>> =>
  withDatabase(config, (connections) =>
    Snapshot.take(connections, async (snapshot) => {
      const content: Record<string, string> = {};
      for (const table of snapshot.tables) content[table.name] = (await snapshot.content(table)).hash;
      return content;
    }),
  );

/** The id that the next ticket would get. */
const nextTicket = (config: Config): Promise<number | null | undefined> =>
  withDatabase(config, (connections) =>
    Snapshot.take(connections, async (snapshot) => {
      const table = snapshot.tables.find(({ name }) => name === 'jrd_tickets');
      return table && snapshot.nextNumber(table);
    }),
  );

/** What another process does to a SQLite file. */
function change(config: Config, sql: string): void {
  const database = new BetterSqlite3(fileOf(config));
  database.exec(sql);
  database.close();
}

/** In one line, as the command line says it. */
async function refusal(act: Promise<unknown>): Promise<string> {
  const message = await act.then(
    () => 'nothing was refused',
    (error: unknown) => (error as Error).message,
  );
  expect(message).not.toContain('\n');
  return message;
}

const complete = (report: TransferReport) =>
  isComplete(report) ? 'complete' : JSON.stringify(report, null, 1);

describe('a backup of a desk that is in use', () => {
  it('is of one moment, and brings everything back on either engine', async () => {
    let isBusy = true;
    const writer = (async () => {
      let opened = 0;
      for (; isBusy; opened++) await tickets.open({ title: `While it is copied ${opened}` });
      return opened;
    })();
    await backup(tickets.desk.config, archive, new Date(), UNSEEN);
    isBusy = false;
    expect(await writer).toBeGreaterThan(0);

    const [own, sqlite] = [await aPlace(), onSqlite('restored')];
    for (const place of [own, sqlite]) {
      expect(complete(await restore(place, archive, new Date(), UNSEEN))).toBe('complete');
      // Each is written in the unit of work that opens a ticket: no moment has one without the other.
      expect(await rowsOf(place, 'ticket_search')).toBe(await rowsOf(place, 'jrd_tickets'));
      expect(await rowsOf(place, "jrd_ticket_activities WHERE activity_type = 'created'")).toBe(
        await rowsOf(place, 'jrd_tickets'),
      );
    }
    expect(await contentOf(sqlite)).toEqual(await contentOf(own));
  });

  it('goes round over the other engine and back without a change', async () => {
    const [there, back] = [join(folder, 'there.tar'), await aPlace()];
    // As if tickets up to there had been deleted for good: their numbers are not given again.
    change(onSqlite('restored'), "UPDATE sqlite_sequence SET seq = 900 WHERE name = 'jrd_tickets'");
    await backup(onSqlite('restored'), there, new Date(), UNSEEN);
    await restore(back, there, new Date(), UNSEEN);
    expect(await contentOf(back)).toEqual(await contentOf(onSqlite('restored')));
    expect(await nextTicket(back)).toBe(901);
  });

  it('holds no key of the installation, and only its owner reads it', async () => {
    const said: string[] = [];
    await readArchive(archive, async ({ kind, content }) => {
      const bytes = await whole(content);
      said.push(
        typeof kind === 'object' && 'table' in kind ? JSON.stringify(await rowsOfPart(bytes)) : String(bytes),
      );
    });
    expect(said.join()).toContain('With a file');
    expect(said.join()).not.toContain(tickets.desk.config.jwtSecret);
    expect(statSync(archive).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('is whole when two are made of one name at once, and one that was killed leaves nothing for long', async () => {
    const file = join(folder, 'twice.tar');
    const [old, young] = ['old', 'young'].map((name) => `${file}.${name}.part`);
    for (const part of [old!, young!]) writeFileSync(part, 'cut off');
    utimesSync(old!, new Date(0), new Date(0));
    const config = onSqlite('restored');
    await Promise.all([1, 2, 3].map(() => backup(config, file, new Date(), UNSEEN)));
    const place = await aPlace();
    expect(complete(await restore(place, file, new Date(), UNSEEN))).toBe('complete');
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual(['twice.tar.young.part']);
    rmSync(young!);
  });

  it('that came back in part goes on where it was', async () => {
    const place = await aPlace();
    let pages = 0;
    const interrupted = (): void => {
      if (++pages === 3) throw new Error('interrupted');
    };
    const half = restore(place, archive, new Date(), { ...UNSEEN, add: interrupted });
    await expect(half).rejects.toThrow('interrupted');
    expect(await refusal(requireMigrated(place))).toMatch(/^The database is half filled by the restore of /);
    expect(complete(await restore(place, archive, new Date(), UNSEEN))).toBe('complete');
    await requireMigrated(place);
  });

  it('is not made of a file that is missing or spoilt, and leaves the backup of yesterday alone', async () => {
    const config = onSqlite('restored');
    const [name = ''] = await withDatabase(config, ({ reader }) =>
      reader.query<{ sha256: string }[]>('SELECT sha256 FROM uploads'),
    ).then((rows) => rows.map(({ sha256 }) => sha256));
    const stored = join(config.dataDir, 'files', name.slice(0, 2), name.slice(2, 4), name);
    const yesterday = join(folder, 'yesterday.tar');
    writeFileSync(yesterday, 'yesterday');
    const saidWith = async (spoil: () => void) => {
      spoil();
      const said = await refusal(backup(config, yesterday, new Date(), UNSEEN));
      writeFileSync(stored, 'hello');
      return said;
    };
    const lost = `The stored file ${name} is`;
    expect(await saidWith(() => rmSync(stored))).toBe(`${lost} missing below DATA_DIR/files`);
    expect(await saidWith(() => writeFileSync(stored, 'hallo'))).toBe(`${lost} not what its name says`);
    expect(await saidWith(() => writeFileSync(stored, 'hello!'))).toBe(`${lost} not what its name says`);
    expect(readFileSync(yesterday, 'utf8')).toBe('yesterday');
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('is refused where something is already', async () => {
    const said = await refusal(restore(onSqlite('restored'), archive, new Date(), UNSEEN));
    expect(said).toMatch(/^The target is not empty \(\w+ holds rows\); name an empty database$/);
  });
});

describe('an archive that is not what was written', () => {
  let untouched: Config;
  const spoilt = () => join(folder, 'spoilt.tar');

  beforeAll(() => (untouched = onSqlite('untouched')));

  /** What is said of a copy that `spoil` has changed; the target must not even have been opened. */
  async function saidOf(spoil: (bytes: Buffer) => Buffer): Promise<string> {
    writeFileSync(spoilt(), spoil(Buffer.from(readFileSync(archive))));
    const said = await refusal(restore(untouched, spoilt(), new Date(), UNSEEN));
    expect(existsSync(fileOf(untouched))).toBe(false);
    return said;
  }

  /** Where an entry's header begins: content follows 512 bytes later. */
  const headerOf = (bytes: Buffer, name: string) => bytes.indexOf(`${name}\0`);

  /** With the sum that makes a header valid. */
  function renamed(bytes: Buffer, from: string, to: string): Buffer {
    const at = headerOf(bytes, from);
    const header = bytes.subarray(at, at + 512);
    header.fill(0, 0, 100);
    header.write(to, 0);
    header.fill(' ', 148, 156);
    const sum = header.reduce((all, byte) => all + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    return bytes;
  }

  const USERS = 'tables/jrd_users/000000.ndjson.gz';

  it('is refused with the damaged entry named, down to one bit', async () => {
    for (const name of [USERS, /files\/[0-9a-f]{64}/.exec(readFileSync(archive, 'latin1'))![0]]) {
      const said = await saidOf((bytes) => {
        bytes[headerOf(bytes, name) + 512 + 3]! ^= 1;
        return bytes;
      });
      expect(said).toBe(`The archive is damaged: ${name} is not what was written`);
    }
    const manifest = await saidOf((bytes) => {
      const at = bytes.indexOf('"made_at"');
      bytes[at + 12]! ^= 1;
      return bytes;
    });
    expect(manifest).toMatch(/^The archive is damaged: manifest-[0-9a-f]{64}\.json is not what was written$/);
  });

  it('is refused when it ends too early, wherever that is', async () => {
    const inUsers = await saidOf((bytes) => bytes.subarray(0, headerOf(bytes, USERS) + 600));
    expect(inUsers).toBe(`The archive is damaged: ${USERS} is cut short`);
    const betweenEntries = await saidOf((bytes) => bytes.subarray(0, headerOf(bytes, USERS)));
    expect(betweenEntries).toMatch(/ is the last entry: the manifest is cut off$/);
    const inHeader = await saidOf((bytes) => bytes.subarray(0, headerOf(bytes, USERS) + 100));
    expect(inHeader).toMatch(/^The archive is damaged: what follows tables\/\S+ is no entry$/);
  });

  it('is refused when it is something else, or leads elsewhere', async () => {
    const foreign = 'The file is no backup of JeyaRamaDesk: it does not begin with jeyaramadesk-backup';
    expect(await saidOf(() => Buffer.from('hello'.repeat(500)))).toBe(foreign);
    expect(await saidOf(() => Buffer.alloc(0))).toBe(foreign);
    for (const name of ['../../escape', '/etc/passwd', 'tables/../../x/000000.ndjson.gz']) {
      const said = await saidOf((bytes) => renamed(bytes, USERS, name));
      expect(said).toBe(`The archive holds ${JSON.stringify(name)}, which no backup does`);
    }
    expect(await refusal(restore(untouched, join(folder, 'none.tar'), new Date(), UNSEEN))).toMatch(
      /none\.tar cannot be read \(ENOENT\)$/,
    );
  });
});

describe('a move', () => {
  const moveTo = (from: Config, to: Config, progress = UNSEEN) =>
    move(from, { database: to.database, dataDir: to.dataDir }, new Date(), progress);

  it('brings rows, files and the next numbers to another database, and back', async () => {
    const from = onSqlite('restored');
    const [there, back] = [await aPlace(), onSqlite('back')];
    const report = await moveTo(from, there);
    expect(complete(report)).toBe('complete');
    expect(report.files).toBe(1);
    expect(complete(await moveTo(there, back))).toBe('complete');
    expect(await contentOf(back)).toEqual(await contentOf(from));
    expect([await nextTicket(there), await nextTicket(back)]).toEqual([901, 901]);
    expect(await refusal(moveTo(from, there))).toMatch(/^The target is not empty/);
    expect(await refusal(moveTo(from, from))).toMatch(/^The workspace is at .* already$/);
  });

  it('that was killed leaves a target that nobody can serve, and goes on from there', async () => {
    const from = onSqlite('restored');
    const to = await aPlace();
    const address = to.database.engine === 'sqlite' ? `sqlite:${to.database.file}` : to.database.url;
    const cli = (...args: string[]) =>
      run(process.execPath, [...args], {
        cwd: ROOT,
        env: { PATH: process.env['PATH'], DATA_DIR: from.dataDir },
      });
    const command = ['dist/apps/cli/main.js', 'move', '--to', address, '--data-dir', to.dataDir];
    const killed = cli('--require', join(ROOT, 'test/support/killed-at-progress.cjs'), ...command);
    await expect(killed).rejects.toMatchObject({ signal: 'SIGKILL' });

    const [left, all] = [await allRowsOf(to), await allRowsOf(from)];
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(all);
    const half = /^The database is half filled by the move from .*; run that again to finish it$/;
    expect(await refusal(requireMigrated(to))).toMatch(half);
    expect(await refusal(moveTo(onSqlite('back'), to))).toMatch(
      /^The target is half filled by the move from /,
    );

    const { stdout } = await cli(...command);
    expect(stdout).toMatch(/^equal +jrd_tickets \d+ rows [0-9a-f]{64}$/m);
    expect(stdout).not.toContain('DIFFERENT');
    expect(await contentOf(to)).toEqual(await contentOf(from));
    await requireMigrated(to);
  });

  it('tells that the source was changed meanwhile, and leaves a target that nobody can serve', async () => {
    const [from, to] = [onSqlite('back'), await aPlace()];
    const begin = (_total: number, what: string) => {
      if (what === 'rows') change(from, "UPDATE jrd_tickets SET title = 'Changed' WHERE id = 1");
    };
    const report = await moveTo(from, to, { ...UNSEEN, begin });
    expect(report.tables.filter((each) => !isEqual(each)).map(({ table }) => table)).toEqual(['jrd_tickets']);
    expect(await refusal(requireMigrated(to))).toMatch(/^The database is half filled by /);
  });

  it('is refused while a process serves the source', async () => {
    const from = onSqlite('back');
    await withDatabase(from, ({ writer }) =>
      writer.query(`INSERT INTO process_lease (name, holder, host, place, pid, started, ends_at)
                    VALUES ('work', 'another', 'desk-2', 'elsewhere', 7, '', '2100-01-01 00:00:00.000')`),
    );
    const said = await refusal(moveTo(from, onSqlite('never')));
    expect(said).toBe('Process 7 on desk-2 serves the database; stop it first');
  });
});
