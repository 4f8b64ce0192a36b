import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { Database, UnitOfWork } from '@desk/platform/database';
import { InlineJobQueue, JobQueue, SqlJobQueue } from '@desk/platform/queue';
import { SYSTEM } from '@desk/platform/security';

import { TestPlatform, type TestPlatformParts } from '../../../test/support/test-platform';
import { until } from '../../../test/support/until';

import { type DeskEvent, defineEvent } from './define-event';
import { EventBus } from './event-bus';
import { JobRunner } from './job-runner';
import { ListenerRegistry } from './listener-registry';
import { On } from './listeners';
import { DELIVER_EVENT, Outbox } from './outbox';
import { OutboxRelay } from './outbox-relay';
import { RelayBell } from './relay-bell';

interface Said {
  text: string;
}
const SAID = defineEvent<Said>('test.said');

/** One listener that sends, one that writes rows, one that has trouble. */
@Injectable()
class Listeners {
  readonly sent: string[] = [];
  readonly troubled: string[] = [];
  private written = 0;
  trouble: () => Promise<void> = () => Promise.resolve();

  constructor(private readonly database: Database) {}

  @On(SAID, { name: 'test.send', outside: true })
  async send(event: DeskEvent<Said>): Promise<void> {
    this.sent.push(event.payload.text);
    await Promise.resolve();
  }

  @On(SAID, { name: 'test.write' })
  async write(event: DeskEvent<Said>): Promise<void> {
    const next = [++this.written, event.payload.text];
    await this.database.write().query('INSERT INTO heard (place, text) VALUES (?, ?)', next);
  }

  @On(SAID, { name: 'test.trouble', outside: true })
  async haveTrouble(event: DeskEvent<Said>): Promise<void> {
    this.troubled.push(event.payload.text);
    await this.trouble();
  }
}

/** Everything but the intervals, which the sweep hangs on. */
const REAL = [
  'Date',
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setTimeout',
  'clearTimeout',
] as const;

let platform: TestPlatform;

async function boot(parts: TestPlatformParts = {}): Promise<Listeners> {
  platform = await TestPlatform.start({ roles: ['work'], providers: [Listeners], ...parts });
  await platform.write('CREATE TABLE heard (place INTEGER NOT NULL, text VARCHAR(50) NOT NULL)');
  await platform.boot();
  return platform.module.get(Listeners);
}

afterEach(() => platform.stop());

function say(...texts: string[]): Promise<void> {
  return platform.inWork(async () => {
    for (const text of texts) await platform.get(EventBus).publish(SAID, SYSTEM, { text });
  });
}

/** As the command line says something: in a process that knows no subscribers and has no relay to nudge. */
function sayElsewhere(...texts: string[]): Promise<void> {
  const database = platform.get(Database);
  const unitOfWork = platform.get(UnitOfWork);
  const clock = platform.get(Clock);
  const bell = platform.get(RelayBell);
  const outbox = new Outbox(
    clock,
    database,
    unitOfWork,
    new ListenerRegistry(),
    platform.get(JobQueue),
    bell,
  );
  return platform.inWork(async () => {
    for (const [index, text] of texts.entries()) {
      const told = { id: `elsewhere-${index}`, name: SAID.name, version: 1, actor: SYSTEM };
      await outbox.putEvent({ ...told, at: clock.now(), requestId: null, causes: [], payload: { text } });
    }
  });
}

const heard = async () =>
  (await platform.rows<{ text: string }>('SELECT text FROM heard ORDER BY place')).map(({ text }) => text);
const waiting = async () => (await platform.rows('SELECT id FROM outbox')).length;
const leavesTheProcess = { queue: (clock: Clock) => new InlineJobQueue(clock) };

describe('the relay', () => {
  it('is nudged at the commit, and keeps the order', async () => {
    const listeners = await boot(leavesTheProcess);
    await say('a', 'b');
    await say('c');
    await until(async () => (await heard()).length === 3);
    await platform.quiet();
    expect(listeners.sent).toEqual(['a', 'b', 'c']);
    // Jobs leave before their rows do.
    await until(async () => (await waiting()) === 0);
  });

  it('brings nothing of a transaction that fails', async () => {
    const listeners = await boot(leavesTheProcess);
    const failing = platform.inWork(async () => {
      await platform.get(EventBus).publish(SAID, SYSTEM, { text: 'a' });
      throw new Error('Undone');
    });
    await expect(failing).rejects.toThrow('Undone');
    await platform.get(OutboxRelay).drain();
    await platform.quiet();
    expect(listeners.sent).toEqual([]);
    expect(await heard()).toEqual([]);
  });

  it('finds in its sweep what no nudge told of', async () => {
    jest.useFakeTimers({ doNotFake: [...REAL] });
    try {
      const listeners = await boot();
      await sayElsewhere('a', 'b', 'c');
      expect(listeners.sent).toEqual([]);
      jest.advanceTimersByTime(1000);
      await until(async () => (await waiting()) === 0);
      await platform.quiet();
      expect(listeners.sent.sort()).toEqual(['a', 'b', 'c']);
    } finally {
      jest.useRealTimers();
    }
  });

  it('finds at its start what a process left that died', async () => {
    platform = await TestPlatform.start({ roles: ['work'], providers: [Listeners] });
    await platform.write('CREATE TABLE heard (place INTEGER NOT NULL, text VARCHAR(50) NOT NULL)');
    await sayElsewhere('a');
    await platform.boot();
    await until(async () => (await waiting()) === 0);
    await platform.quiet();
    expect(await heard()).toEqual(['a']);
  });

  it('refuses an event outside a unit of work', async () => {
    await boot();
    const lost = platform.get(EventBus).publish(SAID, SYSTEM, { text: 'a' });
    await expect(lost).rejects.toThrow('outside a unit of work');
  });
});

describe.each([
  ['in the database', {}],
  ['that leaves the process', leavesTheProcess],
])('listeners behind a queue %s', (_, parts) => {
  it('are told although one of them is slow', async () => {
    const listeners = await boot(parts);
    let end = (): void => undefined;
    listeners.trouble = () => new Promise((resolve) => (end = resolve));
    await say('a');
    await until(async () => listeners.sent.length === 1 && (await heard()).length === 1);
    await until(() => listeners.troubled.length === 1);
    end();
    await platform.quiet();
  });

  it('are told once although one of them fails and is told again', async () => {
    const listeners = await boot(parts);
    listeners.trouble = () => Promise.reject(new Error('Trouble'));
    await say('a');
    await until(async () => listeners.sent.length === 1 && (await heard()).length === 1);
    listeners.trouble = () => Promise.resolve();
    await letRetry();
    await platform.quiet();
    expect(listeners.troubled.length).toBeGreaterThan(1);
    expect(listeners.sent).toEqual(['a']);
    expect(await heard()).toEqual(['a']);
  });

  it('have the delivery that never works parked where it is seen', async () => {
    const listeners = await boot(parts);
    listeners.trouble = () => Promise.reject(new Error('Trouble'));
    await say('a');
    await until(async () => {
      await letRetry();
      return (await platform.get(JobQueue).parked()).length > 0;
    });
    expect(await platform.get(JobQueue).parked()).toEqual([
      expect.objectContaining({ name: DELIVER_EVENT, error: expect.stringContaining('Trouble') }),
    ]);
    // The listener without trouble goes on meanwhile, and it may take longer than the other takes to give up.
    await until(async () => (await heard()).length > 0);
    expect(await heard()).toEqual(['a']);
  });

  /** Far enough for the longest of the delays. */
  async function letRetry(): Promise<void> {
    platform.clock.passSeconds(7200);
    const queue = platform.get(JobQueue);
    if (queue instanceof SqlJobQueue) await queue.poll();
    else if (queue instanceof InlineJobQueue) queue.look();
  }
});

it('counts a repeated delivery once, by its receipt', async () => {
  await boot();
  const event = { id: 'event-1', name: SAID.name, version: 1, at: new Date(), actor: SYSTEM, causes: [] };
  const job = {
    name: DELIVER_EVENT,
    key: 'test.write:event-1',
    payload: { subscriber: 'test.write', event: { ...event, requestId: null, payload: { text: 'a' } } },
    attempt: 1,
  };
  let settled = 0;
  const settle = async (): Promise<void> => {
    settled++;
  };
  const runner = platform.get(JobRunner);
  await Promise.all([runner.run(job, settle), runner.run(job, settle), runner.run(job, settle)]);
  expect(await heard()).toEqual(['a']);
  expect(settled).toBe(3);
});
