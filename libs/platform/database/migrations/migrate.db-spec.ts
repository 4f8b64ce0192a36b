import { TestPlace } from '../../../../test/support/test-place';

import {
  assertMigrated,
  changeRows,
  type Columns,
  type Connections,
  createTable,
  migrate,
  migrateDown,
  Migration,
  openConnections,
  type Schema,
  status,
} from '../index';
import { History } from './history';
import { type Step } from './steps';

const NOW = new Date('2026-03-02T09:30:00.123Z');

class Shelves1700000000010 extends Migration {
  readonly name = 'Shelves1700000000010';

  steps(column: Columns): Step[] {
    return [
      createTable({ name: 'shelves', columns: [column.id(), column.text('label', 20)] }),
      changeRows("INSERT INTO shelves (label) VALUES ('left')", 'DELETE FROM shelves', null),
      changeRows("INSERT INTO shelves (label) VALUES ('right')", null),
    ];
  }
}

class Books1700000000020 extends Migration {
  readonly name = 'Books1700000000020';

  steps(column: Columns): Step[] {
    return [createTable({ name: 'books', columns: [column.id(), column.int('shelf_id')] })];
  }
}

/** It empties a table that stays. */
class Moved1700000000030 extends Migration {
  readonly name = 'Moved1700000000030';

  steps(): Step[] {
    return [
      changeRows("UPDATE shelves SET label = 'up'", "DELETE FROM shelves WHERE label <> 'up'", {
        table: 'shelves',
        where: "label <> 'up'",
      }),
    ];
  }
}

/** The same by name, and not by what it does. */
class EditedShelves extends Migration {
  readonly name = 'Shelves1700000000010';

  steps(column: Columns): Step[] {
    return [createTable({ name: 'shelves', columns: [column.id(), column.text('label', 40)] })];
  }
}

class LastStepFails extends Migration {
  readonly name = 'Shelves1700000000010';

  steps(column: Columns): Step[] {
    return [...new Shelves1700000000010().steps(column).slice(0, 2), changeRows('This is no SQL', null)];
  }
}

const first = [Shelves1700000000010];
const both = [Shelves1700000000010, Books1700000000020];

let place: TestPlace;
let opened: Connections[];

beforeEach(async () => {
  place = await TestPlace.create();
  opened = [];
});

afterEach(async () => {
  await Promise.all(opened.map((each) => each.close()));
  await place.remove();
});

/** A version of the desk with these migrations. */
async function version(migrations: Schema['migrations']): Promise<Connections> {
  const connections = await openConnections(place.target, { entities: [], migrations });
  opened.push(connections);
  return connections;
}

const migrated = async (migrations: Schema['migrations']) =>
  migrate(await version(migrations), place.target, NOW);

/** It has done its step, and ends before that is on record. */
async function endedAtRecord(which: number): Promise<void> {
  const { record } = History.prototype;
  const spy = jest.spyOn(History.prototype, 'record');
  spy.mockImplementation(function (this: History, ...all) {
    return spy.mock.calls.length === which ? Promise.reject(new Error('Gone')) : record.apply(this, all);
  });
  await expect(migrated(first)).rejects.toThrow('Gone');
  spy.mockRestore();
}

async function refusal(migrations: Schema['migrations']): Promise<string> {
  try {
    await assertMigrated(await version(migrations));
    return 'served';
  } catch (error) {
    return (error as Error).message;
  }
}

const labels = async (connections: Connections) =>
  (await connections.reader.query<{ label: string }[]>('SELECT label FROM shelves')).map(
    ({ label }) => label,
  );

it('runs what is missing, in the order of the numbers, and nothing twice', async () => {
  expect(await migrated([Books1700000000020, Shelves1700000000010])).toEqual(both.map(({ name }) => name));
  expect(await migrated(both)).toEqual([]);
  expect(await refusal(both)).toBe('served');
});

it('takes up again what ended in the middle, and does no finished step a second time', async () => {
  await expect(migrated([LastStepFails])).rejects.toThrow();
  expect(await refusal(first)).toMatch(/^The (migration|database) .*; run: npm run desk -- migrate$/);
  expect(await migrated(first)).toEqual(['Shelves1700000000010']);
  expect(await labels(await version(first))).toEqual(['left', 'right']);
});

it('changes rows once, although it ended before that was on record', async () => {
  await endedAtRecord(2);
  await migrated(first);
  expect(await labels(await version(first))).toEqual(['left', 'right']);
});

describe('the way down', () => {
  const down = async (to: string | null, loseData = false) =>
    migrateDown(await version(both), place.target, { to, loseData }, new Date());

  it('is one step, or as far as the migration that is named', async () => {
    await migrated(both);
    expect(await down('Books1700000000020')).toEqual([]);
    expect(await down('Shelves1700000000010')).toEqual(['Books1700000000020']);
    expect(await refusal(first)).toBe('served');
    const lost = 'Going back would lose shelves (2 rows); add --lose-data to do it all the same';
    await expect(down(null)).rejects.toThrow(lost);
    expect(await down(null, true)).toEqual(['Shelves1700000000010']);
    expect(await status(await version(both))).toMatchObject({ done: [], interrupted: [] });
    expect(await down(null)).toEqual([]);
  });

  it('tells which rows a step of rows would delete', async () => {
    const all = [...first, Moved1700000000030];
    await migrated(all);
    const connections = await version(all);
    const back = (loseData: boolean) =>
      migrateDown(connections, place.target, { to: null, loseData }, new Date());
    await connections.writer.query("INSERT INTO shelves (label) VALUES ('since')");
    await expect(back(false)).rejects.toThrow(/^Going back would lose shelves \(1 row\); add/);
    expect(await back(true)).toEqual(['Moved1700000000030']);
    expect(await labels(connections)).toEqual(['up', 'up']);
  });

  it('goes to no migration that has not run', async () => {
    await migrated(first);
    await expect(down('Books1700000000020')).rejects.toThrow(
      /^No migration Books1700000000020 has run; .* status/,
    );
    expect(await refusal(first)).toBe('served');
  });

  it('clears up what ended in the middle, on record or not', async () => {
    for (const end of [() => endedAtRecord(1), () => expect(migrated([LastStepFails])).rejects.toThrow()]) {
      await end();
      await down(null, true);
      await expect(labels(await version(first))).rejects.toThrow(/no such table|doesn't exist/);
    }
    expect(await migrated(first)).toEqual(['Shelves1700000000010']);
    expect(await labels(await version(first))).toEqual(['left', 'right']);
  });
});

describe('nothing is served, and one line says what helps,', () => {
  it('on an older schema', async () => {
    expect(await refusal(both)).toBe('The database lacks 2 migration(s); run: npm run desk -- migrate');
    await migrated(first);
    expect(await refusal(both)).toBe('The database lacks 1 migration(s); run: npm run desk -- migrate');
  });

  it('on a newer schema, which is not migrated either', async () => {
    await migrated(both);
    const said =
      'The database was migrated by a newer version (Books1700000000020); start that version, or run with it: npm run desk -- migrate down --to Shelves1700000000010';
    expect(await refusal(first)).toBe(said);
    await expect(migrated(first)).rejects.toThrow(said);
  });

  it('on a newer schema whose migrations stand among ours: the way back leads to where this version can go on', async () => {
    const ours = [Shelves1700000000010, Moved1700000000030];
    const theirs = [...both, Moved1700000000030];
    await migrated(theirs);
    const to = /migrate down --to (\w+)$/.exec(await refusal(ours))?.[1] ?? null;
    await migrateDown(await version(theirs), place.target, { to, loseData: false }, new Date());
    expect(await migrated(ours)).toEqual(['Moved1700000000030']);
    expect(await refusal(ours)).toBe('served');
  });

  it('where a migration was edited after it had run', async () => {
    await migrated(first);
    const said =
      /^The migration Shelves1700000000010 was changed after it had run in this database; start the/;
    expect(await refusal([EditedShelves])).toMatch(said);
    await expect(migrated([EditedShelves])).rejects.toThrow(said);
    expect(await status(await version([EditedShelves]))).toMatchObject({
      done: [],
      changed: ['Shelves1700000000010'],
    });
  });

  it('on tables that something else has made, and they are left alone', async () => {
    const connections = await version(first);
    await connections.writer.query('CREATE TABLE wp_posts (id INTEGER)');
    const said = /^The database holds tables \(wp_posts, …\) that no migration of this desk has made/;
    expect(await refusal(first)).toMatch(said);
    await expect(migrated(first)).rejects.toThrow(said);
    expect(await status(connections)).toMatchObject({ done: [], foreign: ['wp_posts'] });
  });
});
