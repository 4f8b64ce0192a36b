import { assertNotServed } from '@desk/platform/boot';
import { type Config, type DatabaseTarget } from '@desk/platform/config';
import {
  type Connections,
  Filling,
  NotToBeFilled,
  openConnections,
  Snapshot,
  TransferMark,
} from '@desk/platform/database';

import { withDatabase } from '../prepare-database';
import { schema } from '../schema';
import { prepareTarget } from './prepare-target';
import { type Progress } from './progress';
import { isComplete, type TransferReport } from './report';
import { copyFile, fileStoreIn, isWhole } from './stored-files';

export interface Destination {
  readonly database: DatabaseTarget;
  /** The DATA_DIR there; null where it stays the same and its files are only checked. */
  readonly dataDir: string | null;
}

/**
 * Copies a workspace that nobody serves to another database. Asked again after an interruption it goes on behind the
 * last row that each table has.
 */
export async function move(
  config: Config,
  to: Destination,
  now: Date,
  progress: Progress,
): Promise<TransferReport> {
  const from = describe(config.database);
  if (from === describe(to.database)) throw new NotToBeFilled(`The workspace is at ${from} already`);
  return withDatabase(config, async (source) => {
    await assertNotServed(source, now);
    const target = await openConnections(to.database, schema);
    try {
      await prepareTarget(target, to.database, `the move from ${from}`, now);
      await copyRows(source, target, progress);
      const report = {
        tables: await compare(source, target, progress),
        ...(await bringFiles(source, config.dataDir, to.dataDir, progress)),
      };
      await assertNotServed(source, now);
      if (isComplete(report)) await new TransferMark(target).remove();
      return report;
    } finally {
      await target.close();
    }
  });
}

/** Where it is, without the password. */
function describe(target: DatabaseTarget): string {
  if (target.engine === 'sqlite') return target.file;
  const { host, pathname } = new URL(target.url);
  return `mysql://${host}${pathname}`;
}

function copyRows(source: Connections, target: Connections, progress: Progress): Promise<void> {
  return Snapshot.take(source, (snapshot) =>
    Filling.into(target, async (filling) => {
      progress.begin(await snapshot.rows(), 'rows');
      for (const [index, table] of filling.tables.entries()) {
        const from = snapshot.tables[index];
        if (from === undefined) continue;
        progress.add(await filling.count(table));
        for await (const page of snapshot.pages(from, await filling.highestKey(table))) {
          await filling.add(table, page);
          progress.add(page.length);
        }
        const next = await snapshot.nextNumber(from);
        if (next !== null) await filling.setNextNumber(table, next);
      }
    }),
  );
}

/** The source as it is now: what was written to it meanwhile is found out. */
function compare(
  source: Connections,
  target: Connections,
  progress: Progress,
): Promise<TransferReport['tables']> {
  return Snapshot.take(source, (before) =>
    Snapshot.take(target, async (after) => {
      progress.begin((await before.rows()) + (await after.rows()), 'rows compared');
      const onRows = (rows: number): void => progress.add(rows);
      const compared = [];
      for (const [index, table] of before.tables.entries()) {
        const copy = after.tables[index];
        if (copy === undefined) continue;
        compared.push({
          table: table.name,
          source: await before.content(table, onRows),
          target: await after.content(copy, onRows),
        });
      }
      return compared;
    }),
  );
}

async function bringFiles(
  source: Connections,
  from: string,
  to: string | null,
  progress: Progress,
): Promise<{ files: number; lostFiles: string[] }> {
  const files = await Snapshot.take(source, (snapshot) => snapshot.files());
  const [store, there] = [fileStoreIn(from), to === null ? null : fileStoreIn(to)];
  const lostFiles: string[] = [];
  progress.begin(files.length, 'files');
  for (const { sha256 } of files) {
    const isThere = there === null ? await isWhole(store, sha256) : await copyFile(store, there, sha256);
    if (!isThere) lostFiles.push(sha256);
    progress.add(1);
  }
  return { files: files.length, lostFiles };
}
