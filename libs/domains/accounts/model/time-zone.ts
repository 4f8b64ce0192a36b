import { invalidField } from '@desk/platform/errors';

/** @throws 400 unless the zone is one of the IANA database. */
export function requireTimeZone(zone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    throw invalidField('timezone_pref', 'unknown_time_zone', 'This is not a time zone such as Asia/Kolkata');
  }
}
