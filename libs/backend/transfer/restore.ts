import { type Config } from '@desk/platform/config';
import { type Connections, Filling, Snapshot, TransferMark } from '@desk/platform/database';

import { withDatabase } from '../prepare-database';
import { schema } from '../schema';
import { type Manifest } from './archive/manifest';
import { readArchive, UnusableArchive } from './archive/read-archive';
import { rowsOfPart } from './archive/table-parts';
import { verifyArchive, whole } from './archive/verify-archive';
import { prepareTarget } from './prepare-target';
import { type Progress } from './progress';
import { isComplete, type TransferReport } from './report';
import { fileStoreIn, keep } from './stored-files';

/**
 * Brings a backup into an empty place. The archive is proven whole before that is opened; one that was interrupted goes
 * on where it was when it is asked for again.
 */
export async function restore(
  config: Config,
  file: string,
  now: Date,
  progress: Progress,
): Promise<TransferReport> {
  const manifest = await verifyArchive(file);
  assertOwnSchema(manifest.schema);
  return withDatabase(config, async (connections) => {
    await prepareTarget(connections, config.database, sourceName(manifest), now);
    progress.begin(
      manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
      'rows',
    );
    const files = await fill(connections, config, file, manifest, progress);
    const report = { tables: await compare(connections, manifest, progress), ...files };
    if (isComplete(report)) await new TransferMark(connections).remove();
    return report;
  });
}

/** By what it holds: another copy of the same archive is the same. */
function sourceName({ made_at, tables }: Manifest): string {
  const hash = tables.reduce((sum, table) => (sum + BigInt(`0x${table.hash}`)) % (1n << 256n), 0n);
  return `the restore of the backup of ${made_at} (${hash.toString(16).slice(0, 16)})`;
}

/** @throws UnusableArchive */
function assertOwnSchema(archived: readonly string[]): void {
  const own = schema.migrations.map((Migration) => new Migration().name);
  const missing = own.filter((name) => !archived.includes(name));
  const further = archived.filter((name) => !own.includes(name));
  if (missing.length + further.length === 0) return;
  const difference =
    further.length > 0 ? `has ${further.join(', ')} beyond` : `lacks ${missing.join(', ')} of`;
  throw new UnusableArchive(
    `The archive ${difference} this version's schema; restore it with the version that wrote it, then migrate`,
  );
}

async function fill(
  connections: Connections,
  { dataDir }: Config,
  file: string,
  manifest: Manifest,
  progress: Progress,
): Promise<{ files: number; lostFiles: string[] }> {
  const store = fileStoreIn(dataDir);
  const kept = { files: 0, lostFiles: [] as string[] };
  await Filling.into(connections, async (filling) => {
    const tables = new Map(filling.tables.map((table) => [table.name, table]));
    // Pages are committed whole and in order: so many rows at the beginning of each table are there.
    const there = new Map<string, number>();
    for (const table of filling.tables) there.set(table.name, await filling.count(table));
    await readArchive(file, async ({ kind, name, content }) => {
      if (typeof kind === 'string') return void content.resume();
      if ('sha256' in kind) {
        kept.files++;
        if (!(await keep(store, kind.sha256, content))) kept.lostFiles.push(kind.sha256);
        return;
      }
      const table = tables.get(kind.table);
      if (table === undefined) throw new UnusableArchive(`The archive holds ${name}, a table unknown here`);
      const rows = await rowsOfPart(await whole(content));
      const skipped = Math.min(there.get(table.name) ?? 0, rows.length);
      there.set(table.name, (there.get(table.name) ?? 0) - skipped);
      if (skipped < rows.length) await filling.add(table, rows.slice(skipped));
      progress.add(rows.length);
    });
    for (const { name, next } of manifest.tables) {
      const table = tables.get(name);
      if (table !== undefined && next !== null) await filling.setNextNumber(table, next);
    }
  });
  return kept;
}

function compare(
  connections: Connections,
  { tables }: Manifest,
  progress: Progress,
): Promise<TransferReport['tables']> {
  return Snapshot.take(connections, async (snapshot) => {
    progress.begin(await snapshot.rows(), 'rows compared');
    const compared = [];
    for (const table of snapshot.tables) {
      const archived = tables.find(({ name }) => name === table.name);
      const target = await snapshot.content(table, (rows) => progress.add(rows));
      const source = { rows: archived?.rows ?? 0, hash: archived?.hash ?? '' };
      compared.push({ table: table.name, source, target });
    }
    return compared;
  });
}
