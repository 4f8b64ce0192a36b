import { type QueryRunner } from 'typeorm';

import { type SqliteStatements } from './sqlite-statements';

/** Savepoints of an open transaction, one inside the other; each call means the innermost. */
export interface Savepoints {
  set(): Promise<void>;
  release(): Promise<void>;
  /** Undoes what was written since, and ends it. @throws when the engine has ended the whole transaction. */
  undo(): Promise<void>;
}

/** SQLite takes a name to mean the innermost savepoint that has it. */
export class SqliteSavepoints implements Savepoints {
  constructor(private readonly statements: SqliteStatements) {}

  async set(): Promise<void> {
    this.statements.run('SAVEPOINT unit_of_work');
  }

  async release(): Promise<void> {
    this.statements.run('RELEASE unit_of_work');
  }

  async undo(): Promise<void> {
    this.statements.run('ROLLBACK TO unit_of_work');
    this.statements.run('RELEASE unit_of_work');
  }
}

/** TypeORM makes savepoints of the transactions that it is asked for inside of one. */
export class RunnerSavepoints implements Savepoints {
  constructor(private readonly runner: QueryRunner) {}

  set(): Promise<void> {
    return this.runner.startTransaction();
  }

  release(): Promise<void> {
    return this.runner.commitTransaction();
  }

  undo(): Promise<void> {
    return this.runner.rollbackTransaction();
  }
}
