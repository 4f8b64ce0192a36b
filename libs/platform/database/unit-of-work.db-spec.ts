import { Logger } from '@nestjs/common';

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

it('is not over before its effects are, for whoever closes the database', async () => {
  const seen: number[][] = [];
  const look = async () => {
    await tick();
    seen.push(await ids());
  };
  await unitOfWork.run(async () => {
    await note(1);
    unitOfWork.afterCommit(async () => {
      await look();
      await unitOfWork.run(async () => {
        await note(2);
        unitOfWork.afterCommit(look);
      });
    });
  });
  await unitOfWork.endEffects();
  expect(seen).toEqual([[1], [1, 2]]);
});

describe('an act that is surrounded', () => {
  const noteBefore = () => note(1, 'before');
  const noteAfter = (outcome: string) => note(3, outcome);

  it('shares the unit that it opens, and has none ahead of it', async () => {
    const open: boolean[] = [];
    const outcome = await unitOfWork.surround({
      before: noteBefore,
      act: async () => {
        await tick();
        open.push(unitOfWork.isOpen());
        expect(await ids()).toEqual([]);
        await unitOfWork.run(() => note(2));
        open.push(unitOfWork.isOpen());
        expect(await ids()).toEqual([1, 2]);
        return 'done';
      },
      after: noteAfter,
    });
    expect({ outcome, open }).toEqual({ outcome: 'done', open: [false, true] });
    const rows = await database.rows<{ text: string }>('SELECT text FROM notes ORDER BY id');
    expect(rows.map(({ text }) => text)).toEqual(['before', 'x', 'done']);
  });

  it('holds up nobody while it prepares', async () => {
    const steps: string[] = [];
    const slow = unitOfWork.surround({
      before: noteBefore,
      act: async () => {
        await other;
        steps.push('prepared');
        await unitOfWork.run(() => note(2));
        return 'done';
      },
      after: noteAfter,
    });
    // Were the slow one's unit open, this would wait for it, and it for this.
    const other = unitOfWork.run(async () => {
      await note(4);
      steps.push('other');
    });
    await slow;
    expect(steps).toEqual(['other', 'prepared']);
    expect(await ids()).toEqual([1, 2, 3, 4]);
  });

  it('tells of what was gathered before it answers', async () => {
    const told: string[] = [];
    await unitOfWork.surround({
      before: noteBefore,
      act: async () => {
        await unitOfWork.run(async () => {
          await unitOfWork.run(async () => {
            await note(2);
            unitOfWork.gather('notes', 2, async (values) => void told.push(`told of ${values.join()}`));
          });
          told.push('nested');
        });
        told.push('answered');
        return 'done';
      },
      after: noteAfter,
    });
    expect(told).toEqual(['nested', 'told of 2', 'answered']);
  });

  it('has its companions also when it writes nothing', async () => {
    await unitOfWork.surround({
      before: noteBefore,
      act: () => Promise.resolve('nothing'),
      after: noteAfter,
    });
    expect(await ids()).toEqual([1, 3]);
  });

  it.each([
    ['before', { before: () => Promise.reject(new Error('no')) }],
    ['after', { after: () => Promise.reject(new Error('no')) }],
    [
      'late in the act',
      { act: () => unitOfWork.run(() => note(2)).then(() => Promise.reject(new Error('no'))) },
    ],
    ['early in the act', { act: () => Promise.reject(new Error('no')) }],
  ])('leaves nothing when it fails %s', async (_, failing) => {
    const act = async () => {
      await unitOfWork.run(() => note(2));
      return 'done';
    };
    const surrounded = unitOfWork.surround({ before: noteBefore, act, after: noteAfter, ...failing });
    await expect(surrounded).rejects.toThrow('no');
    expect(await ids()).toEqual([]);
    await unitOfWork.run(() => note(7));
    expect(await ids()).toEqual([7]);
  });

  it('says why it could not begin, whatever the act makes of that', async () => {
    const surrounded = unitOfWork.surround({
      before: () => Promise.reject(new Error('taken')),
      act: async () => {
        await unitOfWork.run(() => note(2)).catch(() => undefined);
        return 'all is well';
      },
      after: noteAfter,
    });
    await expect(surrounded).rejects.toThrow('taken');
    expect(await ids()).toEqual([]);
  });

  it('runs again as a whole where a unit of work would', async () => {
    const told = jest.spyOn(Logger.prototype, 'warn').mockImplementation();
    const acts: number[] = [];
    const outcome = await unitOfWork.surround({
      before: noteBefore,
      act: async () => {
        acts.push(acts.length);
        await unitOfWork.run(async () => {
          await note(2);
          if (acts.length === 1) throw Object.assign(new Error('Deadlock'), { code: 'ER_LOCK_DEADLOCK' });
        });
        return 'done';
      },
      after: noteAfter,
    });
    expect({ outcome, acts }).toEqual({ outcome: 'done', acts: [0, 1] });
    expect(told).toHaveBeenCalledTimes(1);
    told.mockRestore();
    expect(await ids()).toEqual([1, 2, 3]);
  });
});

describe('what was gathered', () => {
  const told: unknown[] = [];
  const gather = (value: number) =>
    unitOfWork.gather('sum', value, async (values) => {
      told.push(values);
      await note(values.length);
    });

  beforeEach(() => told.splice(0));

  it('is told of once, in the transaction, without what was undone', async () => {
    await unitOfWork.run(async () => {
      gather(1);
      await unitOfWork.attempt(() => {
        gather(2);
        return Promise.reject(conflict('no', 'no'));
      });
      await unitOfWork.run(async () => {
        gather(3);
        await tick();
      });
      expect(told).toEqual([]);
    });
    expect(told).toEqual([[1, 3]]);
    expect(await ids()).toEqual([2]);
  });

  it('is not told of when the unit fails, and its own failure undoes the unit', async () => {
    const failed = unitOfWork.run(() => {
      gather(1);
      return Promise.reject(new Error('no'));
    });
    await expect(failed).rejects.toThrow('no');
    expect(told).toEqual([]);
    const refused = unitOfWork.run(async () => {
      await note(7);
      unitOfWork.gather('x', 1, () => Promise.reject(new Error('refused')));
    });
    await expect(refused).rejects.toThrow('refused');
    expect(await ids()).toEqual([]);
  });

  it('is settled between the acts of one transaction; a savepoint that is undone undoes that too', async () => {
    await unitOfWork.run(async () => {
      gather(1);
      await unitOfWork.settle();
      gather(2);
      gather(3);
      await unitOfWork.attempt(async () => {
        await unitOfWork.settle();
        throw conflict('no', 'no');
      });
    });
    expect(told).toEqual([[1], [2, 3], [2, 3]]);
    expect(await ids()).toEqual([1, 2]);
  });
});
