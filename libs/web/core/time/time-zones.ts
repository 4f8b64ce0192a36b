/** Browsers still list some zones by a name that was given up; these are the ones people and servers use now. */
const RENAMED: Record<string, string> = {
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
};

export function browserTimeZone(): string {
  return modernName(Intl.DateTimeFormat().resolvedOptions().timeZone);
}

/** Every zone this browser knows, for a select; the given one is among them even under a rarer name. */
export function timeZones(current = 'UTC'): string[] {
  return [...new Set(['UTC', current, ...Intl.supportedValuesOf('timeZone').map(modernName)])].sort();
}

export function isTimeZone(name: string): boolean {
  try {
    Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function modernName(zone: string): string {
  return RENAMED[zone] ?? zone;
}
