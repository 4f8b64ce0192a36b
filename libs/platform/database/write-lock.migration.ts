import { CreateTables } from './migration';
import type { columnsFor } from './columns';

/** The table that a SQLite unit of work touches, without writing, to take the write lock first. */
export class WriteLock1700000000000 extends CreateTables {
  readonly name = 'WriteLock1700000000000';

  protected tables(column: ReturnType<typeof columnsFor>) {
    return [{ name: 'write_lock', columns: [column.id()] }];
  }
}
