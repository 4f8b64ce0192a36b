import { AROUND_THE_CLOCK } from './calendar';
import { SlaClock } from './clock';
import { type ClockFact, type ClockHappening } from './clock-event';
import { deriveClock } from './derive-clock';

const at = (hours: number) => new Date(Date.UTC(2026, 0, 5) + hours * 3_600_000);

function fact(hours: number, happening: ClockHappening, targetHours: number | null = null): ClockFact {
  const target_seconds = targetHours === null ? null : targetHours * 3600;
  return { happening, at: at(hours), target_seconds, policy_id: 7 };
}

/** A clock that has lived through `history`, looked at after each event. */
class Told {
  private readonly history: ClockFact[] = [];
  readonly clock: SlaClock;

  constructor(start: ClockFact) {
    this.history.push(start);
    this.clock = SlaClock.started(1, 'response', this.derived());
  }

  tell(next: ClockFact): Date | null {
    this.history.push(next);
    return this.clock.follow(this.derived(), next.at);
  }

  private derived() {
    return deriveClock(this.history, AROUND_THE_CLOCK);
  }
}

describe('SlaClock', () => {
  it('names a deadline that a late stop missed, once', () => {
    const late = new Told(fact(0, 'started', 1));
    expect(late.tell(fact(2, 'stopped'))).toEqual(at(1));
    expect(late.clock).toMatchObject({ state: 'stopped', met: false, breached_at: at(1) });
  });

  it('raises one alarm until it has come back on time', () => {
    const told = new Told(fact(0, 'started', 4));
    expect(told.tell(fact(5, 'target_changed', 3))).toEqual(at(3));
    expect(told.tell(fact(6, 'target_changed', 1))).toBeNull();
    expect(told.clock).toMatchObject({ state: 'breached', met: false, breached_at: at(3), deadline: at(1) });
    expect(told.tell(fact(7, 'target_changed', 48))).toBeNull();
    expect(told.clock).toMatchObject({ state: 'running', met: null, breached_at: null, deadline: at(48) });
    expect(told.tell(fact(49, 'stopped'))).toEqual(at(48));
  });

  it('does not alarm again when a late clock is reopened', () => {
    const told = new Told(fact(0, 'started', 1));
    told.tell(fact(2, 'stopped'));
    expect(told.tell(fact(9, 'reopened'))).toBeNull();
    expect(told.clock).toMatchObject({ state: 'breached', met: false });
  });

  it('is not late while it is paused in time', () => {
    const told = new Told(fact(0, 'started', 4));
    expect(told.tell(fact(3, 'paused'))).toBeNull();
    expect(told.tell(fact(90, 'resumed'))).toBeNull();
    expect(told.clock).toMatchObject({ state: 'running', deadline: at(91), banked_seconds: 3 * 3600 });
  });
});
