import { Logger } from '@nestjs/common';

import { SqlQueueBench } from '../../../../test/support/sql-queue-bench';
import { until } from '../../../../test/support/until';
import { durableQueueContract, job, Worker } from '../queue.contract';

// Consumers that are killed here complain about it.
beforeAll(() => {
  Logger.overrideLogger(false);
});

durableQueueContract(() => SqlQueueBench.start());

describe('jobs in the database', () => {
  let bench: SqlQueueBench;
  let worker: Worker;

  beforeEach(async () => {
    bench = await SqlQueueBench.start();
    worker = new Worker();
  });

  afterEach(() => bench.stop());

  it('are not there when the transaction that asked for them fails', async () => {
    await bench.queue.start(worker.run);
    await expect(bench.failing(job('a'))).rejects.toThrow('Undone');
    expect(await bench.queue.pending()).toBe(0);
  });

  it('wait for no lease where one process serves the database', async () => {
    worker.hold('a');
    await bench.queue.start(worker.run);
    await bench.add(job('a'));
    await until(() => worker.has('a'));
    await bench.kill(bench.queue);
    const next = new Worker();
    await bench.alone().start(next.run);
    await until(() => next.has('a'));
    worker.release('a');
  });

  it('keep their lease as long as they take', async () => {
    worker.hold('a');
    await bench.queue.start(worker.run);
    await bench.add(job('a'));
    await until(() => worker.has('a'));
    const heir = await bench.another();
    await heir.start(worker.run);
    for (let third = 0; third < 12; third++) await bench.pass(bench.leaseMs / 3);
    worker.release('a');
    await until(async () => (await heir.pending()) === 0);
    expect(worker.tries).toHaveLength(1);
  });

  it('that another has taken over are not ended by the one who lost them', async () => {
    await bench.add(job('a'));
    let settle = (): Promise<void> => Promise.resolve();
    let end = (): void => undefined;
    await bench.queue.start((current, done) => {
      worker.tries.push(current);
      settle = done;
      return new Promise((resolve) => (end = resolve));
    });
    await until(() => worker.has('a'));
    // The heir alone looks, as if the first had been asleep.
    const next = new Worker();
    next.hold('a');
    const heir = await bench.another();
    await heir.start(next.run);
    await bench.sleepThroughLease(heir);
    await until(() => next.has('a'));
    await settle();
    end();
    expect(await heir.pending()).toBe(1);
    next.release('a');
    await until(async () => (await heir.pending()) === 0);
  });
});
