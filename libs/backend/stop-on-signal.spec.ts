import { type INestApplicationContext } from '@nestjs/common';

import { stopOnSignal } from './stop-on-signal';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

let exits: unknown[];
let close: jest.Mock<Promise<void>>;

beforeEach(() => {
  jest.useFakeTimers();
  exits = [];
  jest.spyOn(process, 'exit').mockImplementation((code) => exits.push(code) as never);
  close = jest.fn(() => new Promise<void>(() => undefined));
  stopOnSignal({ close } as Partial<INestApplicationContext> as INestApplicationContext);
});

afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
  for (const signal of SIGNALS) {
    const [ours] = process.listeners(signal).slice(-1);
    if (ours !== undefined) process.removeListener(signal, ours);
  }
});

it('drains at the first signal, and takes its echo for the same stroke', () => {
  process.emit('SIGINT', 'SIGINT');
  jest.advanceTimersByTime(50);
  process.emit('SIGINT', 'SIGINT');
  expect(close).toHaveBeenCalledTimes(1);
  expect(exits).toEqual([]);
});

it.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('ends at once at a second %s', (signal, code) => {
  process.emit('SIGINT', 'SIGINT');
  jest.advanceTimersByTime(1500);
  process.emit(signal, signal);
  expect(close).toHaveBeenCalledTimes(1);
  expect(exits).toEqual([code]);
});

it('leaves with 0 once it is drained', async () => {
  close.mockResolvedValue();
  process.emit('SIGTERM', 'SIGTERM');
  await close.mock.results[0]?.value;
  await Promise.resolve();
  expect(exits).toEqual([0]);
});
