import { Logger } from '@nestjs/common';
import Bull from 'bull';

import { RedisLink } from '@desk/platform/redis';

import { SqlQueueBench } from '../../../../test/support/sql-queue-bench';
import { testRedisUrl } from '../../../../test/support/test-place';
import { until } from '../../../../test/support/until';
import { durableQueueContract, job, Worker } from '../queue.contract';
import { type Bell, BullJobQueue, LANES } from './bull-job-queue';
import { forgiving } from './forgiving';

interface Bench {
  bench: SqlQueueBench;
  /** Of each consumer in turn. */
  bulls: Bell[];
}

let spaces = 0;

// Consumers that are killed here complain about their lost connection.
beforeAll(() => {
  Logger.overrideLogger(false);
});

const link = () => RedisLink.to(testRedisUrl(), `desk-test:${process.pid}:${++spaces}`);

function bellOf(redis: RedisLink): Bell {
  const bull: Bell = new Bull('jobs', {
    prefix: redis.key('bull'),
    createClient: (type) => redis.another(type === 'client' ? 'commands' : 'blocking'),
  });
  return forgiving(bull);
}

/**
 * Each bench has keys of its own, each consumer a Bull of its own.
 * @param hears which consumers Bull rings for, by their number.
 */
async function start(hears = (_consumer: number) => true): Promise<Bench> {
  const redis = await link();
  const bulls: Bell[] = [];
  const bench = await SqlQueueBench.start((clock, database, unitOfWork, options) => {
    const bull = bellOf(redis);
    bulls.push(bull);
    const queue = new BullJobQueue(clock, database, unitOfWork, bull, { ...options, lanes: 4, batch: 4 });
    if (hears(bulls.length)) void bull.process('*', LANES, () => queue.answerBell());
    return queue;
  });
  const stop = bench.stop;
  bench.stop = async () => {
    await stop();
    await Promise.all(bulls.map((bull) => bull.close(true)));
    redis.onApplicationShutdown();
  };
  return { bench, bulls };
}

durableQueueContract(async () => (await start()).bench);

it('a job added in one process is begun in another at once, whoever polls when', async () => {
  const { bench } = await start((consumer) => consumer > 1);
  const worker = new Worker();
  const other = await bench.another();
  await other.start(worker.run);
  // Nothing here polls: only the bell can have rung.
  await bench.add(job('a'));
  await until(() => worker.has('a'));
  await until(async () => (await other.pending()) === 0);
  expect(worker.tries).toHaveLength(1);
  await bench.stop();
});

it('jobs are done while nobody rings, and none is lost with what Redis held', async () => {
  const { bench, bulls } = await start(() => false);
  const worker = new Worker();
  await bench.queue.start(worker.run);
  await bench.add(job('a'), job('b'));
  await bulls[0]?.empty();
  await bench.pass(0);
  await until(async () => (await bench.queue.pending()) === 0);
  expect(worker.keys().sort()).toEqual(['a', 'b']);
  await bench.stop();
});

it('a process that is told to stop while it begins to listen ends in peace', async () => {
  const redis = await link();
  const bull = bellOf(redis);
  const listened = bull.process('*', LANES, () => Promise.resolve());
  await bull.close();
  redis.onApplicationShutdown();
  // What nobody listens to would fail this test.
  await expect(listened).resolves.toBeUndefined();
});
