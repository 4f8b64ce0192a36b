import { POLICIES } from '../policies';
import type { Draft } from './draft';
import { DAY, HOUR, instantOn, MINUTE, seconds, ticketDays } from './calendar';
import { at, randomFor, type Random } from './random';

/** Tickets of the last hours that nobody has answered yet, by their age in minutes. */
const FRESH_MINUTES = [9, 21, 38, 55, 84, 130, 195, 290] as const;

/** How many unsolved tickets reach their resolution deadline within hours of `now`. */
const DUE_SOON = 10;

/** Gives every draft its instant of creation, keyed by the draft. */
export function creationTimes(list: readonly Draft[], now: Date): Map<string, Date> {
  const times = new Map<string, Date>();
  const fresh = list.filter(isUntouched).slice(0, FRESH_MINUTES.length);
  fresh.forEach((draft, index) => {
    times.set(draft.key, seconds(now.getTime() - at(FRESH_MINUTES, index) * MINUTE));
  });

  for (const draft of list.filter((one) => !times.has(one.key) && mayBeDueSoon(one)).slice(0, DUE_SOON)) {
    const left = randomFor(`${draft.key}:due`).between(0.4, 7) * HOUR;
    times.set(draft.key, seconds(now.getTime() - policyDays(draft).resolution * DAY + left));
  }

  const rest = list
    .filter(({ key }) => !times.has(key))
    .map((draft) => ({ draft, age: likelyAge(draft, randomFor(`${draft.key}:age`)) }))
    .sort((one, other) => one.age - other.age);
  const days = ticketDays(now, rest.length);
  rest.forEach(({ draft }, index) => {
    const random = randomFor(`${draft.key}:hour`);
    times.set(draft.key, instantOn(at(days, index), draft.customer.timezone_pref, now, random));
  });
  return times;
}

function isUntouched({ kind, outcome, script, priority }: Draft): boolean {
  return kind === 'seed' && outcome === 'open' && script.length === 0 && priority !== 'low';
}

function mayBeDueSoon({ kind, outcome, script, priority }: Draft): boolean {
  const unsolved = outcome === 'open' || outcome === 'in_progress';
  return kind === 'seed' && unsolved && script.length > 0 && priority !== 'low';
}

/** Days since creation that suit the state: only their order counts, the calendar decides how many fit in a week. */
function likelyAge(draft: Draft, random: Random): number {
  const lasted = (draft.script.reduce((sum, { after_hours }) => sum + after_hours, 0) * HOUR) / DAY;
  return Math.max(ageOf(draft, random), lasted * 1.15);
}

function ageOf(draft: Draft, random: Random): number {
  const { response, resolution } = policyDays(draft);
  const answered = draft.script.some(({ from }) => from === 'agent');
  switch (draft.outcome) {
    case 'open':
    case 'in_progress':
      if (!answered)
        return response * (random.chance(0.75) ? random.between(0.1, 0.9) : random.between(1, 4));
      return resolution * (random.chance(0.95) ? random.between(0.05, 0.6) : random.between(1, 2));
    case 'pending':
      return random.chance(0.15) ? random.between(0.3, 3) : random.between(1.5, 7) ** 2;
    case 'resolved':
      return random.between(0.2, 9) ** 1.9;
    case 'closed':
      return random.between(7, 90);
  }
}

function policyDays({ priority }: Draft): { response: number; resolution: number } {
  const policy = POLICIES.find((one) => one.priority === priority);
  const hours = {
    response: policy?.response_time_hours ?? 12,
    resolution: policy?.resolution_time_hours ?? 168,
  };
  return { response: (hours.response * HOUR) / DAY, resolution: (hours.resolution * HOUR) / DAY };
}
