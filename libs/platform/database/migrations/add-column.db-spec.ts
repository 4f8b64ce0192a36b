import { TestPlace } from '../../../../test/support/test-place';

import {
  addColumn,
  type Columns,
  type Connections,
  createTable,
  CreateTables,
  migrate,
  migrateDown,
  Migration,
  openConnections,
} from '../index';
import { type Step } from './steps';

const NOW = new Date('2026-03-02T09:30:00.123Z');
/** To MySQL the middle of it is an escape, and its end would leave the text open. */
const HARD = "it's C:\\new\\";

class Shelves1700000000010 extends CreateTables {
  readonly name = 'Shelves1700000000010';

  protected tables(column: Columns) {
    return [{ name: 'shelves', columns: [column.id(), column.text('label', 20)] }];
  }
}

/** Names that SQL has taken. */
class Orders1700000000020 extends Migration {
  readonly name = 'Orders1700000000020';

  steps(column: Columns): Step[] {
    return [
      createTable({ name: 'groups', columns: [column.id()] }),
      addColumn('groups', column.int('rank?')),
      addColumn('shelves', column.text('key', 40), HARD),
      addColumn('shelves', column.int('order?'), 3),
    ];
  }
}

let place: TestPlace;
let before: Connections;
let after: Connections;

beforeEach(async () => {
  place = await TestPlace.create();
  const migrations = [Shelves1700000000010];
  before = await openConnections(place.target, { entities: [], migrations });
  after = await openConnections(place.target, {
    entities: [],
    migrations: [...migrations, Orders1700000000020],
  });
  await migrate(before, place.target, NOW);
  await put('left');
});

afterEach(async () => {
  await Promise.all([before.close(), after.close()]);
  await place.remove();
});

const put = (label: string) => before.writer.query('INSERT INTO shelves (label) VALUES (?)', [label]);
const up = () => migrate(after, place.target, NOW);
const down = () => migrateDown(after, place.target, { to: null, loseData: false }, new Date());
const shelves = () => after.reader.query('SELECT * FROM shelves ORDER BY id');

it('fills the rows that are there with whatever text, under whatever name, and nothing of that is a loss', async () => {
  await up();
  expect(await shelves()).toEqual([{ id: 1, label: 'left', key: HARD, order: 3 }]);
  await down();
  expect(await shelves()).toEqual([{ id: 1, label: 'left' }]);
});

it('counts each value that is another than the fill, also where somebody has emptied it', async () => {
  await up();
  const { writer } = after;
  await writer.query('INSERT INTO `groups` (`rank`) VALUES (NULL), (7)');
  await writer.query(
    "INSERT INTO shelves (label, `key`, `order`) VALUES ('right', '', NULL), ('top', 'k', 4)",
  );
  await expect(down()).rejects.toThrow(
    /^Going back would lose groups \(2 rows\), groups.rank \(1 value\), shelves.key \(2 values\), shelves.order \(2 values\); add --lose-data/,
  );
  expect(await shelves()).toHaveLength(3);
});

it('gives no id of a deleted row again, up or down', async () => {
  await put('gone');
  await after.writer.query('DELETE FROM shelves WHERE id = 2');
  await up();
  await after.writer.query("INSERT INTO shelves (label, `key`) VALUES ('gone', '')");
  expect(await after.writer.query('SELECT MAX(id) AS id FROM shelves')).toEqual([{ id: 3 }]);
  await after.writer.query('DELETE FROM shelves WHERE id = 3');
  await down();
  await put('right');
  expect(await shelves()).toEqual([
    { id: 1, label: 'left' },
    { id: 4, label: 'right' },
  ]);
});

it('needs a value for the rows that are there, where every row must have one', () => {
  const column = { name: 'colour', type: 'varchar', length: '20', isNullable: false };
  expect(() => addColumn('shelves', column)).toThrow(
    'shelves.colour needs a value for the rows that are there',
  );
});
