import fc from 'fast-check';

import { AROUND_THE_CLOCK } from './calendar';
import { CLOCK_HAPPENINGS, type ClockFact, type ClockHappening } from './clock-event';
import { accepts, deriveClock, isLate } from './derive-clock';

const HOUR = 3600;
const at = (hours: number) => new Date(Date.UTC(2026, 0, 5) + hours * HOUR * 1000);

function fact(hours: number, happening: ClockHappening, targetHours: number | null = null): ClockFact {
  const target_seconds = targetHours === null ? null : targetHours * HOUR;
  return { happening, at: at(hours), target_seconds, policy_id: targetHours === null ? null : 1 };
}

const derive = (...history: ClockFact[]) => deriveClock(history, AROUND_THE_CLOCK);

describe('deriveClock', () => {
  it('puts the deadline one target after the start', () => {
    expect(derive(fact(0, 'started', 4))).toMatchObject({ phase: 'running', deadline: at(4), met: null });
  });

  it('keeps seconds and milliseconds', () => {
    const start = new Date('2026-01-05T09:00:01.234Z');
    const clock = derive({ happening: 'started', at: start, target_seconds: 61, policy_id: 1 });
    expect(clock.deadline?.toISOString()).toBe('2026-01-05T09:01:02.234Z');
  });

  it('runs without a promise when no policy applies, and keeps the time for one that comes later', () => {
    expect(derive(fact(0, 'started'))).toMatchObject({ phase: 'running', deadline: null });
    expect(derive(fact(0, 'started'), fact(3, 'target_changed', 4)).deadline).toEqual(at(4));
    expect(derive(fact(0, 'started'), fact(3, 'stopped')).met).toBeNull();
  });

  it.each([
    [4, true],
    [4 + 1 / HOUR, false],
  ])('is on time up to and including the deadline: stopped after %d h', (hours, met) => {
    expect(derive(fact(0, 'started', 4), fact(hours, 'stopped'))).toMatchObject({ phase: 'stopped', met });
  });

  it('goes on with the banked time after a reopening, without the time spent solved', () => {
    const clock = derive(fact(0, 'started', 10), fact(4, 'stopped'), fact(100, 'reopened'));
    expect(clock).toMatchObject({ phase: 'running', met: null, banked: 4 * HOUR * 1000, deadline: at(106) });
  });

  it('stands still while paused, any number of times', () => {
    const history = [fact(0, 'started', 10), fact(2, 'paused'), fact(5, 'resumed'), fact(6, 'paused')];
    expect(derive(...history)).toMatchObject({ phase: 'paused', deadline: at(13) });
    expect(derive(...history, fact(20, 'resumed')).deadline).toEqual(at(27));
  });

  it('counts a new target from the original start, with elapsed time and pauses kept', () => {
    const history = [fact(0, 'started', 48), fact(1, 'paused'), fact(3, 'resumed')];
    expect(derive(...history, fact(4, 'target_changed', 8)).deadline).toEqual(at(10));
    // Already used up: the deadline lies in a run long finished.
    expect(derive(...history, fact(30, 'target_changed', 0.5)).deadline).toEqual(at(0.5));
  });

  it('lets a verdict stand when the target changes afterwards, and uses the new target after a reopening', () => {
    const stopped = [fact(0, 'started', 10), fact(4, 'stopped'), fact(5, 'target_changed', 2)];
    expect(derive(...stopped)).toMatchObject({ met: true, deadline: at(10) });
    expect(derive(...stopped, fact(50, 'reopened')).deadline).toEqual(at(2));
  });

  it('ignores what means nothing in its phase', () => {
    const stopped = derive(fact(0, 'started', 4), fact(1, 'stopped'));
    expect(derive(fact(0, 'started', 4), fact(1, 'stopped'), fact(2, 'resumed'), fact(3, 'stopped'))).toEqual(
      stopped,
    );
    expect(derive(fact(1, 'stopped'))).toMatchObject({ phase: 'idle', deadline: null });
  });

  it('is late only where it ran past the deadline', () => {
    const running = derive(fact(0, 'started', 4));
    expect(isLate(running, at(4))).toBe(false);
    expect(isLate(running, at(4 + 1 / HOUR))).toBe(true);
    expect(isLate(derive(fact(0, 'started', 4), fact(3, 'paused')), at(99))).toBe(false);
    expect(isLate(derive(fact(0, 'started', 4), fact(3, 'stopped')), at(99))).toBe(false);
  });
});

/** Random histories in whole seconds, each happening some seconds after the one before. */
const histories = fc
  .array(
    fc.record({
      wait: fc.integer({ min: 0, max: 30 }),
      happening: fc.constantFrom(...CLOCK_HAPPENINGS),
      target: fc.option(fc.integer({ min: 0, max: 60 })),
    }),
    { maxLength: 20 },
  )
  .map((steps) => {
    let now = 0;
    return [{ wait: 0, happening: 'started' as ClockHappening, target: 20 }, ...steps].map(
      ({ wait, happening, target }): ClockFact => {
        now += wait;
        return { happening, at: new Date(now * 1000), target_seconds: target, policy_id: 1 };
      },
    );
  });

/** Steps second by second: written differently on purpose. */
function tick(history: readonly ClockFact[], until: number) {
  let phase: 'idle' | 'running' | 'paused' | 'stopped' = 'idle';
  let used = 0;
  let target: number | null = null;
  for (let second = 0; second <= until; second++) {
    for (const each of history) {
      if (each.at.getTime() !== second * 1000 || !accepts(phase, each.happening)) continue;
      if (each.happening === 'started') used = 0;
      if (each.happening === 'started' || each.happening === 'target_changed') target = each.target_seconds;
      if (each.happening === 'paused' || each.happening === 'stopped') phase = each.happening;
      if (each.happening === 'started' || each.happening === 'resumed' || each.happening === 'reopened')
        phase = 'running';
    }
    if (phase === 'running' && second < until) used++;
  }
  return { phase, used, target };
}

describe('any history', () => {
  it('agrees with a clock that ticks second by second', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 0, max: 700 }), (history, until) => {
        const seen = history.filter((each) => each.at.getTime() <= until * 1000);
        const clock = deriveClock(seen, AROUND_THE_CLOCK);
        const oracle = tick(history, until);
        const running =
          clock.runs.at(-1)?.to === null ? until - (clock.runs.at(-1)?.from.getTime() ?? 0) / 1000 : 0;
        expect(clock.phase).toBe(oracle.phase);
        expect(clock.targetSeconds).toBe(oracle.target);
        expect(clock.banked / 1000 + running).toBe(oracle.used);
        if (clock.phase === 'running' && oracle.target !== null) {
          expect(isLate(clock, new Date(until * 1000))).toBe(oracle.used > oracle.target);
        }
      }),
    );
  });

  it('has runs that follow one another without overlap', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const edges = deriveClock(history, AROUND_THE_CLOCK).runs.flatMap((run) => [
          run.from,
          run.to ?? run.from,
        ]);
        expect(edges.map(Number)).toEqual(edges.map(Number).sort((a, b) => a - b));
      }),
    );
  });
});
