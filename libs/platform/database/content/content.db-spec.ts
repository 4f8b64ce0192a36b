import { Entity } from 'typeorm';

import { TestPlace } from '../../../../test/support/test-place';

import {
  BoolColumn,
  type Columns,
  type Connections,
  CreateTables,
  Filling,
  ForeignValue,
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  LongColumn,
  migrate,
  openConnections,
  type PortableRow,
  Snapshot,
  TextColumn,
  UuidPrimaryColumn,
} from '../index';
import { TicketSearch1700000000100 } from '../search';

@Entity('books')
class Book {
  @IdColumn()
  id!: number;

  @TextColumn(40)
  title!: string;

  @BoolColumn()
  is_lent!: boolean;

  @InstantColumn({ nullable: true })
  lent_at!: Date | null;

  @JsonColumn({ nullable: true })
  labels!: string[] | null;

  @LongColumn()
  text!: string;
}

@Entity('places')
class Place {
  @UuidPrimaryColumn()
  shelf!: string;

  @UuidPrimaryColumn()
  box!: string;

  @IntColumn()
  books!: number;
}

class Library1700000000010 extends CreateTables {
  readonly name = 'Library1700000000010';

  protected tables(column: Columns) {
    return [
      {
        name: 'books',
        columns: [
          column.id(),
          column.text('title', 40),
          column.bool('is_lent'),
          column.instant('lent_at?'),
          column.json('labels?'),
          column.long('text'),
        ],
      },
      { name: 'places', columns: [column.uuidKey('shelf'), column.uuidKey('box'), column.int('books')] },
    ];
  }
}

let place: TestPlace;
let connections: Connections;

beforeEach(async () => {
  place = await TestPlace.create();
  const migrations = [Library1700000000010, TicketSearch1700000000100];
  connections = await openConnections(place.target, { entities: [Book, Place], migrations });
  await migrate(connections, place.target, new Date());
});

afterEach(async () => {
  await connections.close();
  await place.remove();
});

/** In the order of the columns' names: id, is_lent, labels, lent_at, text, title. */
const BOOKS: PortableRow[] = [
  [1, true, '["old", "späť"]', '2026-03-02T09:30:00.123Z', "it's\n\\ \u0000 \u{1F600}", 'Ünder 50 %'],
  [2, false, null, null, '', ' '],
  [7, true, '{"a":null}', '1999-12-31T23:59:59.000Z', 'é'.repeat(70_000), 'null'],
];

/** Written down, so that the runs on SQLite and on MariaDB agree with each other. */
const BOOKS_HASH = '0ce00c3dbae8062b4c5ae0b90e82f1bddc7398459266e6596d1da990c2b48185';

const fill = (name: string, rows: readonly PortableRow[]) =>
  Filling.into(connections, (filling) => filling.add(tableOf(filling, name), rows));

const read = (name: string) =>
  Snapshot.take(connections, async (snapshot) => {
    const rows: PortableRow[] = [];
    for await (const page of snapshot.pages(tableOf(snapshot, name))) rows.push(...page);
    return rows;
  });

const contentOf = (name: string) =>
  Snapshot.take(connections, (snapshot) => snapshot.content(tableOf(snapshot, name)));

function tableOf({ tables }: Pick<Snapshot, 'tables'>, name: string) {
  return tables.find((table) => table.name === name)!;
}

it('every kind of value goes in and comes out alike, and hashes alike on every engine', async () => {
  await fill('books', BOOKS);
  expect(await read('books')).toEqual(BOOKS);
  expect(await contentOf('books')).toEqual({ rows: 3, hash: BOOKS_HASH });
  const [book] = await connections.reader.getRepository(Book).findBy({ id: 1 });
  expect(book).toMatchObject({ is_lent: true, lent_at: new Date('2026-03-02T09:30:00.123Z') });
});

it('what the search holds is told alike although each engine spells it in its own way', async () => {
  await fill('ticket_search', [
    ['zulu the  x', '', 4],
    ['', 'note', 9],
  ]);
  expect(await contentOf('ticket_search')).toEqual({
    rows: 2,
    hash: '29b07c80228bcdebe8bb34a4dae02ec8990c197ba5969dc5e76e350a672bd117',
  });
});

it('a hash does not depend on the order of rows, but on each of their values', async () => {
  await fill('books', [...BOOKS].reverse());
  const before = await contentOf('books');
  expect(before.hash).toBe(BOOKS_HASH);
  await connections.writer.query('UPDATE books SET is_lent = 0 WHERE id = 7');
  expect((await contentOf('books')).hash).not.toBe(before.hash);
});

it('pages by a key of two columns lose nothing at their borders, and go on after any row', async () => {
  const key = (n: number) => String(n).padStart(36, '0');
  const rows: PortableRow[] = [];
  for (let n = 0; n < 650; n++) rows.push([n, key(n % 130), key(Math.floor(n / 130))]);
  await fill('places', [...rows].reverse());
  const found = await read('places');
  expect(found.map(([, box, shelf]) => `${shelf}${box}`)).toEqual(
    rows.map(([, box, shelf]) => `${shelf}${box}`),
  );
});

it('a snapshot does not see what is written while it is read', async () => {
  await fill('books', BOOKS);
  await Snapshot.take(connections, async (snapshot) => {
    const books = tableOf(snapshot, 'books');
    await connections.writer.query("UPDATE books SET title = 'changed' WHERE id = 2");
    await connections.writer.query('DELETE FROM books WHERE id = 7');
    expect((await snapshot.content(books)).hash).toBe(BOOKS_HASH);
  });
  expect((await contentOf('books')).rows).toBe(2);
});

it('a page that cannot be held is not there in part, and the ids go on after those that were given', async () => {
  await fill('books', BOOKS.slice(0, 1));
  await expect(fill('books', [BOOKS[1]!, BOOKS[0]!])).rejects.toThrow();
  await expect(fill('books', [[3, 1, null, null, '', '']])).rejects.toThrow(ForeignValue);
  expect(await read('books')).toEqual(BOOKS.slice(0, 1));
  const nextNumber = () =>
    Snapshot.take(connections, (snapshot) => snapshot.nextNumber(tableOf(snapshot, 'books')));
  await Filling.into(connections, async (filling) => {
    expect(await filling.highestKey(tableOf(filling, 'books'))).toEqual([1]);
    await filling.setNextNumber(tableOf(filling, 'books'), 41);
  });
  expect(await nextNumber()).toBe(41);
  const added = await connections.writer
    .getRepository(Book)
    .save({ title: 'new', is_lent: false, lent_at: null, labels: null, text: '' });
  expect(added.id).toBe(41);
});
