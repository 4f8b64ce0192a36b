import { type DataSource } from 'typeorm';

import { type Engine } from './columns';
import { EntityRows } from './entity-rows';
import { type KnownMigration } from './migrations/known-migrations';
import { SqliteStatements } from './sqlite-statements';

/** The open connections of this process: one writer, one reader; the same pool twice on MySQL. */
export class Connections {
  readonly entities: EntityRows;
  /** The way past TypeORM where there is one. */
  readonly direct: { writer: SqliteStatements; reader: SqliteStatements } | null;

  constructor(
    readonly engine: Engine,
    readonly writer: DataSource,
    readonly reader: DataSource,
    /** Those of this code, in the order in which they run. */
    readonly migrations: readonly KnownMigration[],
  ) {
    this.entities = new EntityRows(writer);
    this.direct =
      engine === 'sqlite'
        ? { writer: SqliteStatements.of(writer), reader: SqliteStatements.of(reader) }
        : null;
  }

  async close(): Promise<void> {
    if (this.reader !== this.writer && this.reader.isInitialized) await this.reader.destroy();
    if (this.writer.isInitialized) await this.writer.destroy();
  }
}
