import { conflict } from '@desk/platform/errors';

import { TestPlace } from '../../../test/support/test-place';
import {
  type Connections,
  Database,
  databaseSchema,
  migrate,
  openConnections,
  UnitOfWork,
  WriteOutsideUnitOfWork,
} from './index';

let place: TestPlace;
let connections: Connections;
let unitOfWork: UnitOfWork;
let database: Database;

beforeAll(async () => {
  place = await TestPlace.create();
  const target = place.target;
  connections = await openConnections(target, databaseSchema);
  await migrate(connections, target, new Date());
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

async function note(id: number, text = 'x'): Promise<void> {
  await database.write().query('INSERT INTO notes (id, text) VALUES (?, ?)', [id, text]);
}

async function ids(): Promise<number[]> {
  const rows = await database.rows<{ id: number }>('SELECT id FROM notes ORDER BY id');
  return rows.map((row) => row.id);
}

const tick = () => new Promise<void>((resolve) => void setImmediate(resolve));

describe('a unit of work', () => {
  it('keeps 200 at once apart: a rollback takes nothing of another’s', async () => {
    const count = 200;
    // One after the other on SQLite; on MySQL side by side, each on a connection of its own.
    const serial = connections.engine === 'sqlite';
    let inside = 0;
    const outcomes = await Promise.allSettled(
      Array.from({ length: count }, (_, index) =>
        unitOfWork.run(async () => {
          inside++;
          if (serial) expect(inside).toBe(1);
          const before = (await ids()).length;
          await note(2 * index);
          await tick();
          await note(2 * index + 1);
          if (serial) expect(await ids()).toHaveLength(before + 2);
          inside--;
          if (index % 3 === 0) throw conflict('no', `unit ${index}`);
        }),
      ),
    );

    const failed = (index: number) => index % 3 === 0;
    outcomes.forEach((outcome, index) => {
      if (failed(index)) expect(outcome).toMatchObject({ reason: { message: `unit ${index}` } });
      else expect(outcome.status).toBe('fulfilled');
    });
    const kept = outcomes.flatMap((_, index) => (failed(index) ? [] : [2 * index, 2 * index + 1]));
    expect(await ids()).toEqual(kept);
  });

  it('shows its rows to others once they are committed, to itself at once', async () => {
    let write = () => {};
    const written = new Promise<void>((resolve) => (write = resolve));
    let end = () => {};
    const ending = new Promise<void>((resolve) => (end = resolve));
    const unit = unitOfWork.run(async () => {
      await note(1);
      expect(await ids()).toEqual([1]);
      write();
      await ending;
    });
    await written;
    expect(await ids()).toEqual([]);
    end();
    await unit;
    expect(await ids()).toEqual([1]);
  });

  it('must be open for a write', async () => {
    expect(unitOfWork.isOpen()).toBe(false);
    expect(() => database.write()).toThrow(WriteOutsideUnitOfWork);
    await expect(note(1)).rejects.toThrow(WriteOutsideUnitOfWork);
    expect(await ids()).toEqual([]);
  });

  it('is joined by one that begins inside it', async () => {
    await unitOfWork.run(async () => {
      await note(1);
      await unitOfWork.run(() => note(2));
    });
    expect(await ids()).toEqual([1, 2]);
  });

  it('is doomed by joined work that failed, even when the failure is caught', async () => {
    const cause = conflict('no', 'half done');
    const unit = unitOfWork.run(async () => {
      await note(1);
      await unitOfWork
        .run(async () => {
          await note(2);
          throw cause;
        })
        .catch(() => undefined);
      await note(3);
    });
    await expect(unit).rejects.toBe(cause);
    expect(await ids()).toEqual([]);
  });

  it('refuses work that outlived it', async () => {
    let late: Promise<void> | undefined;
    let go = () => {};
    const gone = new Promise<void>((resolve) => (go = resolve));
    await unitOfWork.run(async () => {
      await note(1);
      late = gone.then(() => note(2));
    });
    go();
    await expect(late).rejects.toThrow('has ended');
    expect(await ids()).toEqual([1]);
  });
});

describe('a savepoint', () => {
  it('undoes only its own writes and answers with the error', async () => {
    const error = conflict('no', 'not this one');
    const attempt = await unitOfWork.run(async () => {
      await note(1);
      const tried = await unitOfWork.attempt(async () => {
        await note(2);
        await unitOfWork.run(async () => {
          await note(3);
          throw error;
        });
      });
      await note(4);
      return tried;
    });
    expect(attempt).toEqual({ ok: false, error });
    expect(await ids()).toEqual([1, 4]);
  });

  it('takes a broken constraint for an answer', async () => {
    const attempt = await unitOfWork.run(async () => {
      await note(1);
      return unitOfWork.attempt(() => note(1));
    });
    expect(attempt.ok).toBe(false);
    expect(await ids()).toEqual([1]);
  });

  it('ends the whole unit after any other failure', async () => {
    const unit = unitOfWork.run(async () => {
      await note(1);
      await unitOfWork.attempt(() => Promise.reject(new TypeError('a bug')));
    });
    await expect(unit).rejects.toThrow('a bug');
    expect(await ids()).toEqual([]);
  });

  it('needs an open unit', async () => {
    await expect(unitOfWork.attempt(tick)).rejects.toThrow('open unit of work');
  });
});

describe('after the commit', () => {
  it('runs effects outside the unit, and those of an undone savepoint or unit never', async () => {
    const seen: string[] = [];
    const effect = (name: string) => () => void seen.push(`${name} ${String(unitOfWork.isOpen())}`);
    await unitOfWork.run(async () => {
      unitOfWork.afterCommit(effect('kept'));
      await unitOfWork.attempt(() => {
        unitOfWork.afterCommit(effect('undone'));
        return Promise.reject(conflict('no', 'no'));
      });
      await note(1);
      expect(seen).toEqual([]);
    });
    await expect(
      unitOfWork.run(() => {
        unitOfWork.afterCommit(effect('rolled back'));
        return Promise.reject(conflict('no', 'no'));
      }),
    ).rejects.toThrow();
    await tick();
    expect(seen).toEqual(['kept false']);
  });
});
