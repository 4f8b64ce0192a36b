/** A page of a list as the server answers it. */
export interface Listed<T> {
  count: number;
  next: string | null;
  results: T[];
}

/** One step of a walk: an empty cursor begins it. */
export interface Step {
  cursor: string;
  page_size: number;
}

/** The latest stretch of a long list, oldest first, as far back as somebody has looked. */
export interface Tail<T> {
  rows: readonly T[];
  /** Where what is earlier goes on; null: there is nothing earlier. */
  earlier: string | null;
  /** Of the whole list. */
  count: number;
}

/** Asks the server for the latest rows first. */
export type AskLatest<T> = (step: Step) => Promise<Listed<T>>;

const SIZE = 50;
const MOST = 100;

/** @param known what is on the screen already: it stays, unless so much is new that rows between are not here. */
export async function latest<T extends { id: number }>(ask: AskLatest<T>, known?: Tail<T>): Promise<Tail<T>> {
  const fresh = toTail(await ask({ cursor: '', page_size: SIZE }));
  const [first] = fresh.rows;
  const last = known?.rows.at(-1);
  const meets = known !== undefined && first !== undefined && last !== undefined && first.id <= last.id;
  return meets ? joined(known, fresh) : fresh;
}

/** What comes before `tail`; `joined` puts the two together. */
export async function before<T extends { id: number }>(tail: Tail<T>, ask: AskLatest<T>): Promise<Tail<T>> {
  if (tail.earlier === null) return { ...tail, rows: [] };
  return toTail(await ask({ cursor: tail.earlier, page_size: SIZE }));
}

export function joined<T extends { id: number }>(older: Tail<T>, newer: Tail<T>): Tail<T> {
  const [first] = newer.rows;
  const added = first === undefined ? older.rows : older.rows.filter(({ id }) => id < first.id);
  return added.length === 0
    ? newer
    : { rows: [...added, ...newer.rows], earlier: older.earlier, count: newer.count };
}

/** Every row of a list that is short by its nature, such as what a field offers. */
export async function allRows<T>(ask: (step: Step) => Promise<Listed<T>>): Promise<T[]> {
  const rows: T[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Listed<T> = await ask({ cursor, page_size: MOST });
    rows.push(...page.results);
    cursor = cursorOf(page.next);
  }
  return rows;
}

function toTail<T>({ results, next, count }: Listed<T>): Tail<T> {
  return { rows: [...results].reverse(), earlier: cursorOf(next), count };
}

function cursorOf(next: string | null): string | null {
  return next === null ? null : new URL(next, 'http://host.invalid').searchParams.get('cursor');
}
