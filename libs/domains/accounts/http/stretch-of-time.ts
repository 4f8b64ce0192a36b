const DAY_MS = 24 * 60 * 60_000;

/** What `date_from` and `date_to` of a list say; the last date is included whole, an instant is not. */
export function toStretchOfTime({ date_from, date_to }: { date_from?: string; date_to?: string }): {
  from?: Date;
  until?: Date;
} {
  return {
    from: date_from === undefined ? undefined : new Date(date_from),
    until: date_to === undefined ? undefined : endOf(date_to),
  };
}

function endOf(text: string): Date {
  const instant = new Date(text);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(instant.getTime() + DAY_MS) : instant;
}
