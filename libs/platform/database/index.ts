import { type Schema } from './schema';
import { TicketSearch1700000000100 } from './search';

export * from './columns';
export { CommittedMemo } from './committed-memo';
export { Connections } from './connections';
export * from './content';
export { openConnections, pingDatabase } from './data-source';
export { Database, WriteOutsideUnitOfWork, type Row } from './database';
export { DatabaseModule } from './database.module';
export { isDuplicate, isUnavailable } from './failures';
export * from './instants';
export { addColumn } from './migrations/add-column';
export { migrate } from './migrations/migrate';
export { DataWouldBeLost, migrateDown, type WayDown } from './migrations/migrate-down';
export { CreateTables, Migration } from './migrations/migration';
export { assertMigrated, SchemaMismatch, whyNotServed } from './migrations/refusals';
export { status, type MigrationStatus } from './migrations/status';
export { addIndex, changeRows, createTable, statement, type Step, type TablePlan } from './migrations/steps';
export { joinSchemas, type Schema } from './schema';
export { SearchIndex, type SearchDocument } from './search';
export { UnitOfWork, type Attempt } from './unit-of-work';

export const databaseSchema: Schema = {
  entities: [],
  migrations: [TicketSearch1700000000100],
};
