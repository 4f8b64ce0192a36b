import { type Database } from './database';

const REMEMBERED = 2000;

/**
 * What was read of committed rows, good until anything is committed by anybody. Where that cannot be told (MySQL), and
 * inside a unit of work, which sees rows of its own, everything is read anew.
 */
export class CommittedMemo<K, V> {
  private known = new Map<K, V>();
  private revision: number | null = null;

  constructor(private readonly database: Database) {}

  /** @param load the values of those keys that are not known; what it leaves out stays unknown. */
  async get(
    keys: readonly K[],
    load: (missing: K[]) => Promise<Iterable<readonly [K, V]>>,
  ): Promise<Map<K, V>> {
    if (keys.length === 0) return new Map();
    const revision = this.database.revision();
    if (revision === null) return new Map(await load([...keys]));
    if (revision !== this.revision || this.known.size > REMEMBERED) this.known = new Map();
    this.revision = revision;
    // Of this revision, whatever is committed while the missing ones are read.
    const { known } = this;
    const missing = keys.filter((key) => !known.has(key));
    if (missing.length > 0) for (const [key, value] of await load(missing)) known.set(key, value);
    return new Map(keys.flatMap((key) => (known.has(key) ? [[key, known.get(key) as V] as const] : [])));
  }
}
