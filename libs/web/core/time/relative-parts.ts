const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export interface RelativeParts {
  value: number;
  unit: 'second' | 'minute' | 'hour' | 'day';
}

/** The largest unit that fits, rounded towards now. Null past 30 days, where a date says more. */
export function relativeParts(differenceMs: number): RelativeParts | null {
  const distance = Math.abs(differenceMs);
  if (distance < MINUTE) return { value: 0, unit: 'second' };
  if (distance < HOUR) return { value: Math.trunc(differenceMs / MINUTE), unit: 'minute' };
  if (distance < DAY) return { value: Math.trunc(differenceMs / HOUR), unit: 'hour' };
  if (distance < 30 * DAY) return { value: Math.trunc(differenceMs / DAY), unit: 'day' };
  return null;
}

/** A remaining time in its two largest units: `{days: 1, hours: 4, minutes: 12, seconds: 9}` is shown as “1d 4h”. */
export function countdown(ms: number): string {
  const distance = Math.abs(ms);
  const days = Math.floor(distance / DAY);
  const hours = Math.floor((distance % DAY) / HOUR);
  const minutes = Math.floor((distance % HOUR) / MINUTE);
  const seconds = Math.floor((distance % MINUTE) / SECOND);
  if (days > 0) return `${days}d ${hours}h`;
  if (hours > 0) return `${hours}h ${minutes}m`;
  return minutes > 0 ? `${minutes}m ${seconds}s` : `${seconds}s`;
}
