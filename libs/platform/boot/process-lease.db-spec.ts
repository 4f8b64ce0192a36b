import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';

import { Logger } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { Connections, Database, UnitOfWork } from '@desk/platform/database';
import { ThisProcess } from '@desk/platform/process';

import { TestPlatform } from '../../../test/support/test-platform';

import { AlreadyServed, ProcessLease } from './process-lease';
import { assertNotServed } from './served';

const RENEW_MS = 10_000;

let platform: TestPlatform;
let taken: ProcessLease[];

beforeEach(async () => {
  platform = await TestPlatform.start();
  taken = [];
});

afterEach(async () => {
  await Promise.all(taken.map((lease) => lease.giveBack()));
  await platform.stop();
});

/** A process as the row describes one; `isRunning` answers for whoever is asked about. */
const processOf = (facts: Partial<ThisProcess>): ThisProcess => Object.assign(new ThisProcess(), facts);

/** Waits by moving the clock, and says what happens elsewhere meanwhile. */
class SteppedLease extends ProcessLease {
  waited = 0;
  meanwhile: () => Promise<unknown> = () => Promise.resolve();

  constructor(self: ThisProcess) {
    super(platform.get(Clock), platform.get(Database), platform.get(UnitOfWork), self);
    taken.push(this);
  }

  protected override async pause(milliseconds: number): Promise<void> {
    this.waited += milliseconds;
    platform.clock.passSeconds(milliseconds / 1000);
    await this.meanwhile();
  }
}

const never = () => Promise.reject(new Error('Lost'));

it('is refused to a second process of the same place while the first runs', async () => {
  await new SteppedLease(processOf({ pid: 7, started: '1' })).take(never);
  const second = new SteppedLease(processOf({ pid: 8, started: '2', isRunning: () => true }));
  await expect(second.take(never)).rejects.toThrow(AlreadyServed);
  expect(second.waited).toBe(0);
});

it('is taken at once from one that died in the same place', async () => {
  await new SteppedLease(processOf({ pid: 7, started: '1' })).take(never);
  const second = new SteppedLease(processOf({ pid: 8, started: '2', isRunning: () => false }));
  await second.take(never);
  expect(second.waited).toBe(0);
});

it('is not taken from a container of the same name and the same process id, which lives', async () => {
  const inContainer = (place: string) => processOf({ host: 'desk', place, pid: 1, started: '500' });
  await new SteppedLease(inContainer('machine/pid:[1]')).take(never);
  const second = new SteppedLease(inContainer('machine/pid:[2]'));
  const sql = "UPDATE process_lease SET ends_at = '2026-03-02 10:00:00.000'";
  second.meanwhile = () => platform.write(sql);
  await expect(second.take(never)).rejects.toThrow('Process 1 on desk serves this database already');
});

it('is taken from another place when it is over, and not before', async () => {
  await new SteppedLease(processOf({ place: 'one' })).take(never);
  const second = new SteppedLease(processOf({ place: 'two' }));
  await second.take(never);
  expect(second.waited).toBeGreaterThanOrEqual(30_000);
});

it('is seen of each of several that share a database, for as long as they live', async () => {
  const several = [7, 8].map((pid) => new SteppedLease(processOf({ place: 'elsewhere', pid })));
  await Promise.all(several.map((each) => each.join()));
  const served = () => assertNotServed(platform.get(Connections), platform.clock.now());
  await expect(served()).rejects.toThrow(/^Process [78] on \S+ serves the database; stop it first$/);
  await several[0]!.giveBack();
  await expect(served()).rejects.toThrow(/^Process 8 on/);
  await several[1]!.giveBack();
  await served();
});

it('is forgotten of those of several that died, and refused to one that takes itself for the only one', async () => {
  await new SteppedLease(processOf({ pid: 7, started: '1' })).join();
  await new SteppedLease(processOf({ pid: 8, started: '2', isRunning: () => false })).join();
  expect(await platform.rows('SELECT pid FROM process_lease')).toEqual([{ pid: 8 }]);
  const alone = new SteppedLease(processOf({ pid: 9, started: '3', isRunning: () => true }));
  await expect(alone.take(never)).rejects.toThrow('Process 8 on');
});

it('keeps several out while one serves alone', async () => {
  await new SteppedLease(processOf({ pid: 7, started: '1' })).take(never);
  const oneOfSeveral = new SteppedLease(processOf({ pid: 8, started: '2', isRunning: () => true }));
  await expect(oneOfSeveral.join()).rejects.toThrow(AlreadyServed);
});

it('tells the holder that has lost it, once', async () => {
  const told = jest.spyOn(Logger.prototype, 'error').mockImplementation();
  const real = ['setTimeout', 'clearTimeout', 'setImmediate', 'clearImmediate', 'nextTick', 'Date'] as const;
  jest.useFakeTimers({ doNotFake: [...real, 'queueMicrotask', 'performance', 'hrtime'] });
  try {
    let lost = 0;
    let notice = () => {};
    const noticed = new Promise<void>((resolve) => (notice = resolve));
    const first = new SteppedLease(processOf({ place: 'one' }));
    await first.take(async () => {
      lost += 1;
      notice();
      await Promise.resolve();
    });
    // It was asleep for longer than its lease.
    platform.clock.passSeconds(31);
    await new SteppedLease(processOf({ place: 'two' })).take(never);
    jest.advanceTimersByTime(RENEW_MS);
    await noticed;
    jest.advanceTimersByTime(RENEW_MS);
    expect({ lost, said: told.mock.calls.length }).toEqual({ lost: 1, said: 1 });
  } finally {
    jest.useRealTimers();
    told.mockRestore();
  }
});

describe('a process', () => {
  it('knows itself, and no other by the same id', () => {
    const self = new ThisProcess();
    expect(self.isRunning(self)).toBe(true);
    expect(new ThisProcess()).toEqual(self);
    if (self.started !== '') expect(self.isRunning({ pid: self.pid, started: '1' })).toBe(false);
  });

  it('knows who has ended', async () => {
    const self = new ThisProcess();
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await once(child, 'spawn');
    const script = `require('node:fs').readFileSync('/proc/${child.pid!}/stat', 'utf8').split(') ')[1].split(' ')[19]`;
    const started =
      self.started === '' ? '' : spawnSync(process.execPath, ['-p', script]).stdout.toString().trim();
    const other = { pid: child.pid!, started };
    const { line } = processOf(other);
    expect([self.isRunning(other), self.hasEnded(line)]).toEqual([true, false]);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect([self.isRunning(other), self.hasEnded(line)]).toEqual([false, true]);
    // Elsewhere the same id is another process.
    expect(processOf({ place: 'elsewhere' }).hasEnded(line)).toBe(false);
  });
});
