import { at, type Random } from './random';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Tickets a week, the newest week first: a young company in its season. */
const WEEKS = [98, 58, 36, 24, 19, 16, 14, 12, 11, 9, 8, 7, 6] as const;
const WEEKEND_WEIGHT = 0.4;

/** When people write, by their own clock. */
const HOURS: readonly (readonly [number, number])[] = [
  [6, 1],
  [7, 3],
  [8, 7],
  [9, 9],
  [10, 9],
  [11, 8],
  [12, 6],
  [13, 6],
  [14, 7],
  [15, 7],
  [16, 6],
  [17, 5],
  [18, 4],
  [19, 4],
  [20, 4],
  [21, 3],
  [22, 2],
];

/** For each of `count` tickets how many days ago it came, the newest first. */
export function ticketDays(now: Date, count: number): number[] {
  const weights = Array.from({ length: WEEKS.length * 7 - 2 }, (_, day) => {
    const weekday = new Date(now.getTime() - day * DAY).getUTCDay();
    const weekend = weekday === 0 || weekday === 6;
    const partOfDay = day === 0 ? (now.getTime() % DAY) / DAY : 1;
    return at(WEEKS, Math.floor(day / 7)) * (weekend ? WEEKEND_WEIGHT : 1) * partOfDay;
  });
  const scale = count / weights.reduce((sum, weight) => sum + weight, 0);
  const days: number[] = [];
  let due = 0;
  weights.forEach((weight, day) => {
    due += weight * scale;
    while (days.length < Math.round(due)) days.push(day);
  });
  while (days.length < count) days.push(weights.length - 1);
  return days;
}

/** An instant on that day in the waking hours of the zone, and before `now`. */
export function instantOn(daysAgo: number, zone: string, now: Date, random: Random): Date {
  const midnight = now.getTime() - (now.getTime() % DAY) - daysAgo * DAY;
  const local = random.weighted(HOURS) * HOUR + random.between(0, HOUR);
  const instant = midnight + local - zoneOffset(midnight, zone);
  const latest = now.getTime() - 20 * MINUTE;
  return seconds(instant <= latest ? instant : instant - DAY * Math.ceil((instant - latest) / DAY));
}

/** The same instant, or the next morning if it is night in the zone. */
export function awake(instant: number, zone: string, random: Random): number {
  const hour = ((instant + zoneOffset(instant, zone)) % DAY) / HOUR;
  if (hour >= 7 && hour < 22) return instant;
  const wait = hour < 7 ? 7 - hour : 31 - hour;
  return instant + (wait + random.between(0.2, 2.5)) * HOUR;
}

export function seconds(instant: number): Date {
  return new Date(Math.floor(instant / 1000) * 1000);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function zoneOffset(instant: number, zone: string): number {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  formats.set(zone, format);
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return local - Math.floor(instant / 1000) * 1000;
}
