/*
 * Instants outside TypeORM's mapping. Both engines hold them as `YYYY-MM-DD HH:MM:SS.mmm` in UTC, so text order is
 * time order, and a hot read can turn a column into the wire's ISO form without building a Date.
 */

/** The database's text for an instant: a parameter of a raw query. */
export function toColumn(instant: Date): string {
  const iso = instant.toISOString();
  return `${iso.slice(0, 10)} ${iso.slice(11, 23)}`;
}

/** ISO 8601 with `Z` from a raw column. */
export function toIso(column: string): string;
export function toIso(column: string | null): string | null;
export function toIso(column: string | null): string | null {
  return column === null ? null : `${column.slice(0, 10)}T${column.slice(11, 23)}Z`;
}

export function toDate(column: string): Date;
export function toDate(column: string | null): Date | null;
export function toDate(column: string | null): Date | null {
  return column === null ? null : new Date(toIso(column));
}
