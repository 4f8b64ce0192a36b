import { type Config } from '@desk/platform/config';
import { type Connections, ContentHash, type ContentTable, Snapshot, status } from '@desk/platform/database';
import { type FileStore } from '@desk/platform/storage';

import { withDatabase } from '../prepare-database';
import { ArchiveWriter } from './archive/archive-writer';
import {
  type ArchivedTable,
  fileName,
  type Manifest,
  manifestName,
  OPENING,
  partName,
} from './archive/manifest';
import { TableParts } from './archive/table-parts';
import { type Progress } from './progress';
import { fileStoreIn, isMissing } from './stored-files';

const TRIES = 3;

/** A file that rows speak of cannot be put into the backup; one line for whoever asked for it. */
export class FileLost extends Error {}

/** Writes the workspace into one file while it is used: all rows of one moment, and the files that they speak of. */
export async function backup(config: Config, file: string, now: Date, progress: Progress): Promise<Manifest> {
  return withDatabase(config, async (connections) => {
    for (let tries = 1; ; tries++) {
      try {
        return await attempt(connections, config, file, now, progress);
      } catch (error) {
        // Somebody may have deleted it for good since the moment of the snapshot; the next one does not speak of it.
        if (!(error instanceof FileLost) || tries === TRIES) throw error;
      }
    }
  });
}

async function attempt(
  connections: Connections,
  { dataDir }: Config,
  file: string,
  now: Date,
  progress: Progress,
): Promise<Manifest> {
  const { done: schema } = await status(connections);
  const manifest: Manifest = { made_at: now.toISOString(), schema, tables: [], entries: [] };
  await Snapshot.take(connections, (snapshot) =>
    ArchiveWriter.write(file, now, async (archive) => {
      await archive.addWhole(OPENING.name, Buffer.from(OPENING.text));
      await addFiles(archive, snapshot, fileStoreIn(dataDir), progress);
      progress.begin(await snapshot.rows(), 'rows');
      for (const table of snapshot.tables) {
        manifest.tables.push(await addTable(archive, snapshot, table, progress));
      }
      manifest.entries = archive.entries;
      const content = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`);
      await archive.addWhole(manifestName(content), content);
    }),
  );
  return manifest;
}

/** First of all, while hardly anybody can have deleted one. */
async function addFiles(
  archive: ArchiveWriter,
  snapshot: Snapshot,
  store: FileStore,
  progress: Progress,
): Promise<void> {
  const files = await snapshot.files();
  progress.begin(files.length, 'files');
  for (const { sha256, size } of files) {
    try {
      const added = await archive.add(fileName(sha256), size, await store.open(sha256));
      if (added.sha256 !== sha256) throw new FileLost(`The stored file ${sha256} is not what its name says`);
    } catch (error) {
      if (isMissing(error)) throw new FileLost(`The stored file ${sha256} is missing below DATA_DIR/files`);
      if (isOtherSize(error)) throw new FileLost(`The stored file ${sha256} is not what its name says`);
      throw error;
    }
    progress.add(1);
  }
}

/** How tar-stream says that an entry was longer or shorter than it was told. */
function isOtherSize(error: unknown): boolean {
  return error instanceof Error && error.message === 'size mismatch';
}

async function addTable(
  archive: ArchiveWriter,
  snapshot: Snapshot,
  table: ContentTable,
  progress: Progress,
): Promise<ArchivedTable> {
  const hash = new ContentHash();
  let part = 0;
  const parts = new TableParts(async (content) => {
    await archive.addWhole(partName(table.name, part++), content);
  });
  for await (const page of snapshot.pages(table)) {
    for (const row of page) {
      hash.add(row);
      await parts.add(row);
    }
    progress.add(page.length);
  }
  await parts.end();
  const columns = table.columns.map(({ name }) => name);
  return { name: table.name, columns, ...hash.content(), next: await snapshot.nextNumber(table) };
}
