import { TestPlace } from '../../../test/support/test-place';
import {
  CommittedMemo,
  type Connections,
  Database,
  databaseSchema,
  migrate,
  openConnections,
  UnitOfWork,
} from './index';

let place: TestPlace;
let connections: Connections;
let unitOfWork: UnitOfWork;
let database: Database;
let memo: CommittedMemo<number, string>;
let asked: number[][];

beforeAll(async () => {
  place = await TestPlace.create();
  connections = await openConnections(place.target, databaseSchema);
  await migrate(connections, place.target, new Date());
  await connections.writer.query('CREATE TABLE notes (id INTEGER PRIMARY KEY, text VARCHAR(20) NOT NULL)');
});

afterAll(async () => {
  await connections.close();
  await place.remove();
});

beforeEach(async () => {
  unitOfWork = new UnitOfWork(connections);
  database = new Database(connections, unitOfWork);
  memo = new CommittedMemo(database);
  asked = [];
  await connections.writer.query('DELETE FROM notes');
  await unitOfWork.run(() => note(1, 'one'));
  await unitOfWork.run(() => note(2, 'two'));
});

const note = (id: number, text: string) =>
  database.run('INSERT INTO notes (id, text) VALUES (?, ?)', [id, text]);

const rename = (id: number, text: string) =>
  database.run('UPDATE notes SET text = ? WHERE id = ?', [text, id]);

async function texts(ids: number[]): Promise<Record<number, string>> {
  const found = await memo.get(ids, async (missing) => {
    asked.push(missing);
    const places = missing.map(() => '?').join(', ');
    const rows = await database.rows<{ id: number; text: string }>(
      `SELECT id, text FROM notes WHERE id IN (${places})`,
      missing,
    );
    return rows.map(({ id, text }) => [id, text] as const);
  });
  return Object.fromEntries(found);
}

describe('CommittedMemo', () => {
  it('asks for what it does not know yet, where commits can be told', async () => {
    expect(await texts([1])).toEqual({ 1: 'one' });
    expect(await texts([1, 2])).toEqual({ 1: 'one', 2: 'two' });
    expect(asked).toEqual(database.engine === 'sqlite' ? [[1], [2]] : [[1], [1, 2]]);
  });

  it('knows no key that names nothing, and asks nothing for none', async () => {
    expect(await texts([1, 99])).toEqual({ 1: 'one' });
    expect(await texts([])).toEqual({});
    expect(asked).toEqual([[1, 99]]);
  });

  it('has forgotten everything after a commit', async () => {
    await texts([1]);
    await unitOfWork.run(() => rename(1, 'uno'));
    expect(await texts([1])).toEqual({ 1: 'uno' });
  });

  it('shows a unit of work its own rows and nobody else those', async () => {
    await texts([1]);
    const seen = unitOfWork.run(async () => {
      await rename(1, 'undone');
      expect(await texts([1])).toEqual({ 1: 'undone' });
      throw new Error('changed my mind');
    });
    await expect(seen).rejects.toThrow('changed my mind');
    expect(await texts([1])).toEqual({ 1: 'one' });
  });
});
