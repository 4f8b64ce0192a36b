import { Injectable } from '@nestjs/common';
import { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';

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
    const { direct } = this.connections;
    if (direct === null) return this.read().query<T[]>(sql, parameters);
    return (this.unitOfWork.isOpen() ? direct.writer : direct.reader).rows<T>(sql, parameters);
  }

  /**
   * A statement of a hot write.
   * @returns the number of rows it changed, and of an INSERT of one row the id that it was given.
   * @throws WriteOutsideUnitOfWork
   */
  async run(sql: string, parameters: unknown[] = []): Promise<{ affected: number; id: number }> {
    const manager = this.write();
    if (this.connections.direct !== null) return this.connections.direct.writer.run(sql, parameters);
    const { affectedRows, insertId } = await manager.query<{ affectedRows: number; insertId: number }>(
      sql,
      parameters,
    );
    return { affected: affectedRows, id: insertId };
  }

  /**
   * Adds entities by one statement.
   * @returns the id that the database gave the last one.
   * @throws WriteOutsideUnitOfWork
   */
  async insert<E extends ObjectLiteral>(
    entity: EntityTarget<E>,
    rows: Partial<E> | readonly Partial<E>[],
  ): Promise<number> {
    const all = [rows].flat() as Partial<E>[];
    if (all.length === 0) return 0;
    const { sql, parameters } = this.connections.entities.of(entity).insert(all);
    const { id } = await this.run(sql, parameters);
    // MySQL answers with the first one's.
    return this.engine === 'mysql' ? id + all.length - 1 : id;
  }

  /**
   * Sets what `changes` names in the rows that equal `where`.
   * @returns how many there were.
   * @throws WriteOutsideUnitOfWork
   */
  async update<E extends ObjectLiteral>(
    entity: EntityTarget<E>,
    where: Partial<E>,
    changes: Partial<E>,
  ): Promise<number> {
    const { sql, parameters } = this.connections.entities.of(entity).update(where, changes);
    return (await this.run(sql, parameters)).affected;
  }

  /** The entity whose columns equal `where`, or null. */
  find<E extends ObjectLiteral>(entity: EntityTarget<E>, where: Partial<E>): Promise<E | null> {
    return this.findOne(entity, where, '');
  }

  /** As `find`, and nobody else changes it before this unit of work ends: for what is read, judged and written back. */
  hold<E extends ObjectLiteral>(entity: EntityTarget<E>, where: Partial<E>): Promise<E | null> {
    // On SQLite the unit of work has the whole file to itself.
    return this.findOne(entity, where, this.engine === 'mysql' ? ' FOR UPDATE' : '');
  }

  /**
   * A cheap number that changes when any connection commits. Null where the engine has none (MySQL), and inside a unit
   * of work, which sees rows of its own that nobody has committed.
   */
  revision(): number | null {
    const { direct } = this.connections;
    if (direct === null || this.unitOfWork.isOpen()) return null;
    const [row] = direct.reader.rows<{ data_version: number }>('PRAGMA data_version', []);
    return row?.data_version ?? null;
  }

  private async findOne<E extends ObjectLiteral>(
    entity: EntityTarget<E>,
    where: Partial<E>,
    locking: string,
  ): Promise<E | null> {
    const plan = this.connections.entities.of(entity);
    const { sql, parameters } = plan.select(where);
    const [row] = await this.rows(sql + locking, parameters);
    return row === undefined ? null : (plan.toEntity(row) as E);
  }
}
