import { type DataSource } from 'typeorm';

import { type Engine } from './columns';

/** The open connections of this process: one writer, one reader; the same pool twice on MySQL. */
export class Connections {
  constructor(
    readonly engine: Engine,
    readonly writer: DataSource,
    readonly reader: DataSource,
  ) {}

  async close(): Promise<void> {
    if (this.reader !== this.writer && this.reader.isInitialized) await this.reader.destroy();
    if (this.writer.isInitialized) await this.writer.destroy();
  }
}
