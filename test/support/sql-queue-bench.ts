import { type Clock } from '@desk/platform/clock';
import {
  type Connections,
  Database,
  databaseSchema,
  joinSchemas,
  migrate,
  openConnections,
  UnitOfWork,
} from '@desk/platform/database';
import { ThisProcess } from '@desk/platform/process';
import { type NewJob, queueSchema, SqlJobQueue, type SqlJobQueueOptions } from '@desk/platform/queue';

import { SteppedClock } from './test-accounts';
import { TestPlace } from './test-place';
import { until } from './until';

const schema = joinSchemas([databaseSchema, queueSchema]);
const NEVER_MS = 2 ** 31 - 1;

/** Opens one consumer. */
export type MakeQueue = (
  clock: Clock,
  database: Database,
  unitOfWork: UnitOfWork,
  options: Partial<SqlJobQueueOptions>,
) => SqlJobQueue;

const sqlQueue: MakeQueue = (...parameters) => new SqlJobQueue(...parameters);

interface Consumer {
  queue: SqlJobQueue;
  isKilled: boolean;
}

/** Where a consumer lives: each in a container of its own, unless it is said to share a machine. */
const SHARED = 'a machine';

/**
 * `sql` queues on one file, under one clock that the test moves. They share a connection, because SQLite waits for its
 * lock without letting the rest of the process go on; one that is killed reaches the database no more.
 */
export class SqlQueueBench {
  readonly leaseMs = 60_000;
  /** The first consumer. */
  readonly queue: SqlJobQueue;
  private readonly consumers: Consumer[] = [];
  private readonly clock = new SteppedClock();
  private readonly unitOfWork: UnitOfWork;
  private readonly database: Database;

  private constructor(
    private readonly place: TestPlace,
    private readonly connections: Connections,
    private readonly make: MakeQueue,
  ) {
    this.unitOfWork = new UnitOfWork(connections);
    this.database = new Database(connections, this.unitOfWork);
    this.queue = this.open(false);
  }

  static async start(make: MakeQueue = sqlQueue): Promise<SqlQueueBench> {
    const place = await TestPlace.create();
    const connections = await openConnections(place.target, schema);
    await migrate(connections, place.target, new Date());
    return new SqlQueueBench(place, connections, make);
  }

  add = (...jobs: NewJob[]): Promise<void> => this.unitOfWork.run(() => this.queue.add(jobs));

  /** Adds in a transaction that fails afterwards. */
  failing = (...jobs: NewJob[]): Promise<void> =>
    this.unitOfWork.run(async () => {
      await this.queue.add(jobs);
      throw new Error('Undone');
    });

  rest = (): Promise<void> =>
    until(async () => {
      const running = await this.database.rows("SELECT id FROM jobs WHERE state = 'running'");
      return running.length === 0;
    });

  pass = async (ms: number, only?: unknown): Promise<void> => {
    this.clock.passSeconds(ms / 1000);
    for (const { queue } of this.consumers) if (only === undefined || only === queue) await queue.poll();
  };

  /** A lease's time passes, and only `awake` notices. */
  sleepThroughLease = async (awake: SqlJobQueue): Promise<void> => {
    for (let third = 0; third < 3; third++) {
      this.clock.passSeconds(this.leaseMs / 3000);
      await awake.poll();
    }
  };

  another = async (): Promise<SqlJobQueue> => this.open(false);

  /** One whose end is seen by those that share its machine. */
  neighbour = async (): Promise<SqlJobQueue> => this.open(false, SHARED);

  /** As the only process that serves the database. */
  alone = (): SqlJobQueue => this.open(true);

  kill = async (queue: unknown): Promise<void> => {
    for (const consumer of this.consumers) consumer.isKilled ||= consumer.queue === queue;
  };

  stop = async (): Promise<void> => {
    await Promise.all(this.consumers.map(({ queue }) => queue.stop()));
    await this.connections.close();
    await this.place.remove();
  };

  private open(alone: boolean, place = `container ${this.consumers.length}`): SqlJobQueue {
    const { unitOfWork } = this;
    const self = Object.assign(new ThisProcess(), {
      place,
      pid: this.consumers.length,
      isRunning: ({ pid }: { pid: number }) => this.consumers[pid]?.isKilled === false,
    });
    const lifeline = Object.create(unitOfWork, {
      run: {
        value: async <T>(work: () => Promise<T>): Promise<T> => {
          if (consumer.isKilled) throw new Error('This consumer is dead');
          return unitOfWork.run(work);
        },
      },
    }) as UnitOfWork;
    const options = { pollMs: NEVER_MS, leaseMs: this.leaseMs, alone, self };
    const queue = this.make(this.clock, this.database, lifeline, options);
    const consumer: Consumer = { queue, isKilled: false };
    this.consumers.push(consumer);
    return queue;
  }
}
