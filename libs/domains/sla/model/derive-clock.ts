import { type Calendar } from './calendar';
import { type ClockFact, type ClockHappening } from './clock-event';

export type ClockPhase = 'idle' | 'running' | 'paused' | 'stopped';

/** A stretch of time in which the clock ran; `to` is null while it still runs. */
export interface Run {
  from: Date;
  to: Date | null;
}

/** All that can be said about a clock at the end of its recorded history. */
export interface DerivedClock {
  phase: ClockPhase;
  startedAt: Date | null;
  stoppedAt: Date | null;
  policyId: number | null;
  targetSeconds: number | null;
  runs: readonly Run[];
  /** Milliseconds of the finished runs. */
  banked: number;
  /** Up to and including this instant the clock is on time. Of a clock that stands still: where it stood last. */
  deadline: Date | null;
  /** Of a stopped clock with a target: whether it was stopped in time. Changes of target do not reopen the verdict. */
  met: boolean | null;
}

const ACCEPTED: Record<ClockPhase, readonly ClockHappening[]> = {
  idle: ['started'],
  running: ['paused', 'stopped', 'target_changed'],
  paused: ['resumed', 'stopped', 'target_changed'],
  stopped: ['reopened', 'target_changed', 'started'],
};

/** Whether a happening means anything in this phase: what does not is neither recorded nor counted. */
export function accepts(phase: ClockPhase, happening: ClockHappening): boolean {
  return ACCEPTED[phase].includes(happening);
}

const IDLE: DerivedClock = {
  phase: 'idle',
  startedAt: null,
  stoppedAt: null,
  policyId: null,
  targetSeconds: null,
  runs: [],
  banked: 0,
  deadline: null,
  met: null,
};

/** Events in, clock out; nothing else is looked at, so any moment of the past can be derived again. */
export function deriveClock(history: readonly ClockFact[], calendar: Calendar): DerivedClock {
  return history.reduce((clock, fact) => step(clock, fact, calendar), IDLE);
}

/** Late: it ran past its deadline, and no verdict in its favour stands. */
export function isLate(clock: DerivedClock, now: Date): boolean {
  if (clock.deadline === null) return false;
  if (clock.phase === 'stopped') return clock.met === false;
  return clock.deadline < (clock.runs.at(-1)?.to ?? now);
}

function step(clock: DerivedClock, fact: ClockFact, calendar: Calendar): DerivedClock {
  if (!accepts(clock.phase, fact.happening)) return clock;
  switch (fact.happening) {
    case 'started':
      return withDeadline(
        { ...IDLE, ...promiseOf(fact), phase: 'running', startedAt: fact.at, runs: [opened(fact)] },
        calendar,
      );
    case 'target_changed': {
      const changed = { ...clock, ...promiseOf(fact) };
      // A verdict that was given stands; the new target counts from a reopening on.
      return clock.phase === 'stopped' ? changed : withDeadline(changed, calendar);
    }
    case 'paused':
      return { ...haltedAt(clock, fact.at, calendar), phase: 'paused' };
    case 'stopped': {
      const halted = haltedAt(clock, fact.at, calendar);
      return { ...halted, phase: 'stopped', stoppedAt: fact.at, met: verdict(halted) };
    }
    case 'resumed':
    case 'reopened': {
      const running: DerivedClock = {
        ...clock,
        phase: 'running',
        stoppedAt: null,
        met: null,
        runs: [...clock.runs, opened(fact)],
      };
      return withDeadline(running, calendar);
    }
  }
}

function promiseOf(fact: ClockFact): Pick<DerivedClock, 'policyId' | 'targetSeconds'> {
  return { policyId: fact.policy_id, targetSeconds: fact.target_seconds };
}

function opened(fact: ClockFact): Run {
  return { from: fact.at, to: null };
}

function haltedAt(clock: DerivedClock, at: Date, calendar: Calendar): DerivedClock {
  const last = clock.runs.at(-1);
  if (last === undefined || last.to !== null) return clock;
  // Two processes' clocks may differ by a little: a run never ends before it began.
  const to = at < last.from ? last.from : at;
  return {
    ...clock,
    runs: [...clock.runs.slice(0, -1), { from: last.from, to }],
    banked: clock.banked + calendar.elapsed(last.from, to),
  };
}

function verdict(clock: DerivedClock): boolean | null {
  return clock.targetSeconds === null ? null : clock.banked <= clock.targetSeconds * 1000;
}

function withDeadline(clock: DerivedClock, calendar: Calendar): DerivedClock {
  return { ...clock, deadline: deadlineOf(clock, calendar) };
}

/** Walks the runs from the original start until the target is used up: possibly long ago, after a shorter target. */
function deadlineOf({ runs, targetSeconds }: DerivedClock, calendar: Calendar): Date | null {
  if (targetSeconds === null) return null;
  let left = targetSeconds * 1000;
  for (const [index, run] of runs.entries()) {
    const spent = run.to === null ? Infinity : calendar.elapsed(run.from, run.to);
    if (spent >= left || index === runs.length - 1) return calendar.add(run.from, left);
    left -= spent;
  }
  return null;
}
