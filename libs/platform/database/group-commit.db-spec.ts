import { conflict } from '@desk/platform/errors';

import { TestPlace } from '../../../test/support/test-place';
import { type Connections, Database, databaseSchema, migrate, openConnections, UnitOfWork } from './index';

let place: TestPlace;
let connections: Connections;
let unitOfWork: UnitOfWork;
let database: Database;

beforeAll(async () => {
  place = await TestPlace.create();
  connections = await openConnections(place.target, databaseSchema);
  await migrate(connections, place.target, new Date());
  await connections.writer.query('CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL)');
});

afterAll(async () => {
  await connections.close();
  await place.remove();
});

beforeEach(async () => {
  unitOfWork = new UnitOfWork(connections);
  database = new Database(connections, unitOfWork);
  await connections.writer.query('DELETE FROM notes');
});

const note = (id: number) => database.run('INSERT INTO notes (id, text) VALUES (?, ?)', [id, 'x']);

async function ids(): Promise<number[]> {
  const rows = await database.rows<{ id: number }>('SELECT id FROM notes ORDER BY id');
  return rows.map((row) => row.id);
}

/** The driver makes its errors from the first test file of a process, so to later files they are no `Error`. */
const saying = (text: string) => ({ message: expect.stringContaining(text) as unknown });

/** Only where units share the writer. */
const onSqlite = (name: string, test: () => Promise<void>) =>
  it(name, async () => {
    if (connections.engine === 'sqlite') await test();
  });

describe('units of work at the same time', () => {
  it('are answered when their own rows are there for everybody, whoever they shared the commit with', async () => {
    const seen = await Promise.all(
      Array.from({ length: 40 }, async (_, index) => {
        await unitOfWork.run(() => note(index));
        return (await ids()).includes(index);
      }),
    );
    expect(seen).toEqual(seen.map(() => true));
  });

  onSqlite('share commits', async () => {
    let commits = 0;
    const run = connections.direct!.writer.run.bind(connections.direct!.writer);
    const counted = jest.spyOn(connections.direct!.writer, 'run').mockImplementation((sql, parameters) => {
      if (sql === 'COMMIT') commits += 1;
      return run(sql, parameters);
    });
    await Promise.all(Array.from({ length: 40 }, (_, index) => unitOfWork.run(() => note(index))));
    counted.mockRestore();
    expect(await ids()).toHaveLength(40);
    expect(commits).toBeLessThan(10);
  });

  onSqlite('are run again when another one made the engine give up what they shared', async () => {
    let runs = 0;
    const good = unitOfWork.run(async () => {
      runs += 1;
      await note(1);
    });
    const bad = unitOfWork.run(() =>
      database.run("INSERT OR ROLLBACK INTO notes (id, text) VALUES (1, 'y')"),
    );
    const later = unitOfWork.run(() => note(2));
    await expect(bad).rejects.toMatchObject(saying('UNIQUE'));
    await Promise.all([good, later]);
    expect(runs).toBe(2);
    expect(await ids()).toEqual([1, 2]);
  });

  onSqlite('fail together when their commit does, and the next one begins anew', async () => {
    await connections.writer.query(
      'CREATE TABLE owned (id INTEGER PRIMARY KEY, note INTEGER REFERENCES notes (id) DEFERRABLE INITIALLY DEFERRED)',
    );
    const orphan = unitOfWork.run(() => database.run('INSERT INTO owned (id, note) VALUES (1, 99)'));
    const neighbour = unitOfWork.run(() => note(1));
    await expect(orphan).rejects.toMatchObject(saying('FOREIGN KEY'));
    await expect(neighbour).rejects.toMatchObject(saying('FOREIGN KEY'));
    expect(await ids()).toEqual([]);
    await unitOfWork.run(() => note(2));
    expect(await ids()).toEqual([2]);
  });

  it('keep what an attempt undid apart from what they keep, however deep', async () => {
    await Promise.all(
      [10, 20, 30].map((base) =>
        unitOfWork.run(async () => {
          await note(base);
          await unitOfWork.attempt(async () => {
            await note(base + 1);
            await unitOfWork.attempt(() => note(base + 1));
            await note(base + 2);
            throw conflict('no', 'no');
          });
          await note(base + 3);
        }),
      ),
    );
    expect(await ids()).toEqual([10, 13, 20, 23, 30, 33]);
  });
});
