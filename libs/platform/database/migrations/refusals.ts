import { type Connections } from '../connections';
import { type MigrationStatus, status } from './status';

/** The schema is not this code's, or cannot be brought there. The message, of one line, says what helps. */
export class SchemaMismatch extends Error {}

/** @throws SchemaMismatch unless the schema is exactly this code's. */
export async function assertMigrated(connections: Connections): Promise<void> {
  const refusal = whyNotServed(await status(connections));
  if (refusal !== null) throw new SchemaMismatch(refusal);
}

/** Why nothing may be served from it, in one line; null when it may. */
export function whyNotServed(found: MigrationStatus): string | null {
  const refusal = whyNotMigrated(found);
  if (refusal !== null) return refusal;
  const [interrupted] = found.interrupted;
  if (interrupted !== undefined) {
    return `The migration ${interrupted} was interrupted; run: npm run desk -- migrate`;
  }
  if (found.pending.length === 0) return null;
  return `The database lacks ${found.pending.length} migration(s); run: npm run desk -- migrate`;
}

/** Why no migration can run there, in one line; null when they can. */
export function whyNotMigrated({
  changed,
  unknown,
  lastBeforeUnknown,
  foreign,
}: MigrationStatus): string | null {
  if (foreign.length > 0) {
    return `The database holds tables (${foreign.join(', ')}, …) that no migration of this desk has made: something else did, or a version before its first release; name an empty database, or move the SQLite file out of DATA_DIR`;
  }
  if (unknown.length > 0) {
    const back =
      lastBeforeUnknown === null
        ? ''
        : `, or run with it: npm run desk -- migrate down --to ${lastBeforeUnknown}`;
    return `The database was migrated by a newer version (${unknown.join(', ')}); start that version${back}`;
  }
  if (changed.length > 0) {
    return `The migration ${changed.join(', ')} was changed after it had run in this database; start the version that ran it, or restore a backup`;
  }
  return null;
}
