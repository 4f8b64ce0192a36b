import { until } from '../../../test/support/until';

import { defineJob } from './define-job';
import {
  type Job,
  type JobQueue,
  lossDelay,
  MAX_ATTEMPTS,
  MAX_LOSSES,
  type NewJob,
  retryDelay,
  type RunJob,
  SUSPICIOUS_LOSSES,
} from './job-queue';

/** An adapter on the bench, with a time that the test owns. */
export interface QueueBench {
  queue: JobQueue;
  /** As the product adds: inside a unit of work where the queue keeps its jobs in the database. */
  add: (...jobs: NewJob[]) => Promise<void>;
  /** Answers once no job is under way and what the last ones left is kept. */
  rest: () => Promise<void>;
  /** Moves the queue's time and answers once it, or the one named of several, has begun what is due then. */
  pass: (ms: number, queue?: JobQueue) => Promise<void>;
  stop: () => Promise<void>;
}

/** One whose jobs outlive their process. */
export interface DurableQueueBench extends QueueBench {
  leaseMs: number;
  /** One more consumer of the same jobs, as if in another process. */
  another: () => Promise<JobQueue>;
  /** One in another process of one machine with the other neighbours. */
  neighbour: () => Promise<JobQueue>;
  /** Ends a consumer with no farewell. */
  kill: (queue: JobQueue) => Promise<void>;
}

export function job(key: string, payload: unknown = {}): NewJob {
  return { name: 'test:job', key, payload };
}

/** A kind of which two are done at once. */
const OUTSIDE = defineJob('test:outside', { atOnce: 2 });

const outside = (count: number): NewJob[] =>
  Array.from({ length: count }, (_, index) => ({ name: OUTSIDE.name, key: `outside:${index}`, payload: {} }));

/** A worker that writes down each try, and whose jobs can be made to fail or to wait. */
export class Worker {
  readonly tries: Job[] = [];
  readonly failing = new Set<string>();
  private readonly held = new Map<string, () => void>();
  private readonly gates = new Map<string, Promise<void>>();

  readonly run: RunJob = async (current, settle) => {
    this.tries.push(current);
    await this.gates.get(current.key);
    if (this.failing.has(current.key)) throw new Error(`No luck with ${current.key}`);
    await settle();
  };

  hold(key: string): void {
    this.gates.set(key, new Promise((resolve) => this.held.set(key, resolve)));
  }

  release(key: string): void {
    this.held.get(key)?.();
    this.gates.delete(key);
  }

  keys(): string[] {
    return this.tries.map((each) => each.key);
  }

  has(key: string): boolean {
    return this.tries.some((each) => each.key === key);
  }
}

const numbered = (count: number, prefix = 'job') =>
  Array.from({ length: count }, (_, index) => job(`${prefix}:${index}`, { index }));

/** What every adapter keeps to. */
export function queueContract(start: () => Promise<QueueBench>): void {
  describe('a queue', () => {
    let bench: QueueBench;
    let worker: Worker;

    beforeEach(async () => {
      bench = await start();
      worker = new Worker();
    });

    afterEach(() => bench.stop());

    const isDone = () => until(async () => (await bench.queue.pending()) === 0);

    it('brings each job once, with what it carries', async () => {
      const jobs = numbered(50);
      await bench.add(...jobs.slice(0, 25));
      await bench.queue.start(worker.run);
      await bench.add(...jobs.slice(25));
      await isDone();
      expect(worker.keys().sort()).toEqual(jobs.map(({ key }) => key).sort());
      expect(worker.tries.find(({ key }) => key === 'job:31')).toEqual({ ...jobs[31], attempt: 1 });
    });

    it('brings a job again whose end it did not learn of; a receipt keeps the effect single', async () => {
      const receipts = new Set<string>();
      let effects = 0;
      await bench.queue.start(async (current, settle) => {
        worker.tries.push(current);
        if (!receipts.has(current.key)) effects += 1;
        receipts.add(current.key);
        if (current.attempt === 1) throw new Error('Lost between the effect and its end');
        await settle();
      });
      await bench.add(job('a'));
      await until(() => worker.tries.length === 1);
      await bench.rest();
      await bench.pass(retryDelay(1)!);
      await isDone();
      expect(worker.tries.map(({ attempt }) => attempt)).toEqual([1, 2]);
      expect(effects).toBe(1);
    });

    it('tries again after delays that grow, then parks and shows the job', async () => {
      worker.failing.add('a');
      await bench.queue.start(worker.run);
      await bench.add(job('a'));
      let last = 0;
      for (let attempt = 1; attempt < MAX_ATTEMPTS; attempt++) {
        const delay = retryDelay(attempt)!;
        expect(delay).toBeGreaterThan(last);
        last = delay;
        await until(() => worker.tries.length === attempt);
        await bench.rest();
        await bench.pass(delay - 1);
        expect(worker.tries).toHaveLength(attempt);
        await bench.pass(1);
      }
      await until(async () => (await bench.queue.parked()).length === 1);
      expect(worker.tries).toHaveLength(MAX_ATTEMPTS);
      expect(await bench.queue.pending()).toBe(0);
      expect(await bench.queue.parked()).toEqual([
        { id: expect.any(String), name: 'test:job', key: 'a', error: 'Error: No luck with a' },
      ]);
    });

    it('begins a parked job anew when it is added again', async () => {
      worker.failing.add('a');
      await bench.queue.start(worker.run);
      await bench.add(job('a'));
      for (let attempt = 1; attempt < MAX_ATTEMPTS; attempt++) {
        await until(() => worker.tries.length === attempt);
        await bench.rest();
        await bench.pass(retryDelay(attempt)!);
      }
      await until(async () => (await bench.queue.parked()).length === 1);
      worker.failing.clear();
      await bench.add(job('a', { better: true }));
      await isDone();
      expect(worker.tries.at(-1)).toEqual({ ...job('a', { better: true }), attempt: 1 });
      expect(await bench.queue.parked()).toEqual([]);
    });

    it('has one job for one key, until that is finished', async () => {
      worker.hold('a');
      await bench.add(job('a'), job('a'));
      await bench.add(job('a'));
      await bench.queue.start(worker.run);
      await until(() => worker.has('a'));
      await bench.add(job('a'));
      worker.release('a');
      await isDone();
      expect(worker.tries).toHaveLength(1);
      await bench.add(job('a'));
      await isDone();
      expect(worker.tries).toHaveLength(2);
    });

    it('lets a slow job delay no other', async () => {
      worker.hold('slow');
      await bench.queue.start(worker.run);
      await bench.add(job('slow'), ...numbered(60, 'quick'));
      await until(async () => (await bench.queue.pending()) === 1);
      // Those that come later find a way past it as well.
      await bench.add(...numbered(60, 'later'));
      await until(async () => (await bench.queue.pending()) === 1);
      expect(worker.tries).toHaveLength(121);
      worker.release('slow');
      await isDone();
    });

    it('lets a kind of slow jobs delay no other kind', async () => {
      const slow = outside(30);
      slow.forEach(({ key }) => worker.hold(key));
      await bench.queue.start(worker.run);
      await bench.add(...slow);
      await until(() => worker.has('outside:0') && worker.has('outside:1'));
      await bench.add(...numbered(60));
      await until(() => numbered(60).every(({ key }) => worker.has(key)));
      slow.forEach(({ key }) => worker.release(key));
      await isDone();
      expect(worker.tries).toHaveLength(90);
    });

    it('ends with the jobs under way finished, and begins the others when it starts again', async () => {
      const slow = ['slow:0', 'slow:1'];
      slow.forEach((key) => worker.hold(key));
      await bench.queue.start(worker.run);
      await bench.add(...slow.map((key) => job(key)));
      await until(() => slow.every((key) => worker.has(key)));
      let ended = false;
      const stopping = bench.queue.stop().then(() => (ended = true));
      await bench.add(...numbered(30));
      worker.release('slow:0');
      await until(async () => (await bench.queue.pending()) === 31);
      expect(ended).toBe(false);
      worker.release('slow:1');
      await stopping;
      expect(worker.keys().sort()).toEqual(slow);
      expect(await bench.queue.pending()).toBe(30);

      await bench.queue.start(worker.run);
      await isDone();
      expect(worker.tries).toHaveLength(32);
      expect(worker.tries.every(({ attempt }) => attempt === 1)).toBe(true);
    });
  });
}

/** What those keep to besides whose jobs outlive their process. */
export function durableQueueContract(start: () => Promise<DurableQueueBench>): void {
  queueContract(start);

  describe('a queue whose jobs outlive their process', () => {
    let bench: DurableQueueBench;
    let worker: Worker;

    beforeEach(async () => {
      bench = await start();
      worker = new Worker();
    });

    afterEach(() => bench.stop());

    /** In steps, as time passes for whoever looks all the time. */
    async function passLease(but = 0): Promise<void> {
      for (let third = 0; third < 2; third++) await bench.pass(bench.leaseMs / 3);
      await bench.pass(bench.leaseMs / 3 - but);
    }

    /** One more process of a machine takes the jobs, and dies with them. */
    async function loseIt(held: Worker, losses: number, keys = ['a']): Promise<void> {
      const next = await bench.neighbour();
      await next.start(held.run);
      // Finds the loss before this one, then waits until the jobs may be begun again.
      await bench.pass(1);
      await bench.pass(losses === 1 ? 0 : lossDelay(losses - 1)!);
      await until(() => held.tries.length >= losses * keys.length);
      await bench.kill(next);
    }

    it('survives the end of its process: every job is done by the next', async () => {
      worker.hold('job:0');
      await bench.add(...numbered(30));
      await bench.queue.start(worker.run);
      await until(() => worker.has('job:0'));
      await bench.kill(bench.queue);

      const next = new Worker();
      const heir = await bench.another();
      await heir.start(next.run);
      await passLease();
      await until(async () => (await heir.pending()) === 0);
      const done = new Set([...worker.keys(), ...next.keys()]);
      expect(done.size).toBe(30);
      expect(next.has('job:0')).toBe(true);
      worker.release('job:0');
    });

    it('has the job of a consumer that died done by another, after the lease and not before', async () => {
      const next = new Worker();
      worker.hold('a');
      await bench.queue.start(worker.run);
      await bench.add(job('a'));
      await until(() => worker.has('a'));
      await bench.kill(bench.queue);
      const heir = await bench.another();
      await heir.start(next.run);
      await passLease(1);
      expect(next.tries).toEqual([]);
      await bench.pass(1);
      await until(() => next.has('a'));
      worker.release('a');
      await until(async () => (await heir.pending()) === 0);
    });

    it('takes no job over whose lease ended while nobody could have renewed it', async () => {
      worker.hold('a');
      await bench.queue.start(worker.run);
      await bench.add(job('a'));
      await until(() => worker.has('a'));
      const heir = await bench.another();
      await heir.start(worker.run);
      // Longer than a lease nobody looks; then the heir does, again and again before the holder.
      await bench.pass(bench.leaseMs * 3, heir);
      for (let look = 0; look < 4; look++) await bench.pass(bench.leaseMs / 10, heir);
      await passLease();
      expect(worker.tries).toHaveLength(1);
      worker.release('a');
      await until(async () => (await heir.pending()) === 0);
    });

    it('has the job of a neighbour that died done at once', async () => {
      const [first, heir] = [await bench.neighbour(), await bench.neighbour()];
      worker.hold('a');
      await first.start(worker.run);
      await bench.add(job('a'));
      await bench.pass(0);
      await until(() => worker.has('a'));
      const next = new Worker();
      await heir.start(next.run);
      await bench.pass(1);
      expect(next.tries).toEqual([]);
      await bench.kill(first);
      await bench.pass(1);
      await until(() => next.has('a'));
      worker.release('a');
      await until(async () => (await heir.pending()) === 0);
    });

    it('counts no try that ended with its process, until that was no accident', async () => {
      worker.hold('a');
      await bench.add(job('a'));
      for (let losses = 1; losses <= MAX_LOSSES; losses++) {
        await loseIt(worker, losses);
        expect(worker.tries.at(-1)!.attempt).toBe(1);
      }
      expect(MAX_LOSSES).toBeGreaterThan(MAX_ATTEMPTS);
      const last = await bench.neighbour();
      await last.start(worker.run);
      await bench.pass(1);
      expect(await last.parked()).toEqual([
        expect.objectContaining({ key: 'a', error: 'Its process ended before it did' }),
      ]);
      expect(await last.pending()).toBe(0);
      await bench.add(job('a'));
      await bench.pass(0);
      await until(() => worker.tries.length === MAX_LOSSES + 1);
      worker.release('a');
    });

    it('tries a job that fails as often as any, however often it was lost', async () => {
      worker.hold('a');
      await bench.add(job('a'));
      for (let losses = 1; losses < MAX_ATTEMPTS; losses++) await loseIt(worker, losses);
      const next = new Worker();
      next.failing.add('a');
      const heir = await bench.neighbour();
      await heir.start(next.run);
      await bench.pass(1);
      await bench.pass(lossDelay(MAX_ATTEMPTS)!);
      for (let attempt = 1; attempt < MAX_ATTEMPTS; attempt++) {
        await until(() => next.tries.length === attempt);
        await bench.rest();
        await bench.pass(retryDelay(attempt)!);
      }
      await until(async () => (await heir.parked()).length === 1);
      expect(next.tries.map(({ attempt }) => attempt)).toEqual(
        Array.from({ length: MAX_ATTEMPTS }, (_, index) => index + 1),
      );
      worker.release('a');
    });

    it('does one job at a time of those that may have ended their process', async () => {
      const keys = ['a', 'b', 'c'];
      keys.forEach((key) => worker.hold(key));
      await bench.add(...keys.map((key) => job(key)));
      for (let losses = 1; losses <= SUSPICIOUS_LOSSES; losses++) await loseIt(worker, losses, keys);
      const next = new Worker();
      keys.forEach((key) => next.hold(key));
      const heir = await bench.neighbour();
      await heir.start(next.run);
      await bench.pass(1);
      await bench.pass(lossDelay(SUSPICIOUS_LOSSES)!);
      await bench.add(...numbered(20));
      await bench.pass(0);
      for (let done = 1; done <= keys.length; done++) {
        await until(() => keys.filter((key) => next.has(key)).length === done);
        await until(() => numbered(20).every(({ key }) => next.has(key)));
        await bench.pass(0);
        expect(keys.filter((key) => next.has(key))).toHaveLength(done);
        next.release(next.keys().findLast((key) => keys.includes(key))!);
      }
      await until(async () => (await heir.pending()) === 0);
      keys.forEach((key) => worker.release(key));
    });

    it('does no more of a kind at once than it may, whatever else is asked for', async () => {
      const slow = outside(12);
      slow.forEach(({ key }) => worker.hold(key));
      await bench.queue.start(worker.run);
      for (const [index, each] of slow.entries()) await bench.add(each, ...numbered(5, `round${index}`));
      await until(async () => (await bench.queue.pending()) === slow.length);
      for (let done = 0; done < slow.length; done += 2) {
        await until(() => slow.slice(0, done + 2).every(({ key }) => worker.has(key)));
        await bench.pass(0);
        expect(worker.keys().filter((key) => key.startsWith('outside'))).toHaveLength(done + 2);
        slow.slice(done, done + 2).forEach(({ key }) => worker.release(key));
      }
      await until(async () => (await bench.queue.pending()) === 0);
    });

    it('shares the jobs among its consumers and brings none to two', async () => {
      const others = await Promise.all([bench.another(), bench.another()]);
      await Promise.all([bench.queue, ...others].map((queue) => queue.start(worker.run)));
      for (let round = 0; round < 10; round++) {
        await bench.add(...numbered(20, `round${round}`));
        await bench.pass(0);
      }
      await until(async () => (await bench.queue.pending()) === 0);
      expect(worker.tries).toHaveLength(200);
      expect(new Set(worker.keys()).size).toBe(200);
    });
  });
}
