import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';

import { Engine } from './columns';
import { Connections } from './connections';
import { UnitOfWork } from './unit-of-work';

/** A raw row, keyed by column name. */
export type Row = Record<string, string | number | null>;

/** Thrown by a store that is asked to write while no unit of work is open: a bug, never a user's mistake. */
export class WriteOutsideUnitOfWork extends Error {
  constructor() {
    super('A write was attempted outside a unit of work');
    this.name = 'WriteOutsideUnitOfWork';
  }
}

/**
 * What stores query through. Inside a unit of work reads see its own uncommitted rows; outside they use the
 * read-only connection (SQLite) or the pool (MySQL), so nobody sees uncommitted rows of others.
 */
@Injectable()
export class Database {
  constructor(
    private readonly connections: Connections,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  get engine(): Engine {
    return this.connections.engine;
  }

  read(): EntityManager {
    return this.unitOfWork.openManager() ?? this.connections.reader.manager;
  }

  /** @throws WriteOutsideUnitOfWork */
  write(): EntityManager {
    const manager = this.unitOfWork.openManager();
    if (manager === null) throw new WriteOutsideUnitOfWork();
    return manager;
  }

  /** Rows of a hot read, as the engine answers them: no entities, no mapping. */
  async rows<T = Row>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return this.read().query<T[]>(sql, parameters);
  }

  /** A cheap number that changes when any connection commits, or null where the engine has none (MySQL). */
  async revision(): Promise<number | null> {
    if (this.engine === 'mysql') return null;
    const [row] = await this.connections.reader.query<{ data_version: number }[]>('PRAGMA data_version');
    return row?.data_version ?? null;
  }
}
