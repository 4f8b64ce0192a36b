import { AsyncLocalStorage } from 'node:async_hooks';

import { Injectable, Logger } from '@nestjs/common';
import { EntityManager, QueryRunner } from 'typeorm';

import { Connections } from './connections';
import { isConstraintViolation, isTransient } from './failures';

interface OpenWork {
  runner: QueryRunner;
  afterCommit: (() => void | Promise<void>)[];
  /** Set when joined work failed: what it had written may be half done, so the whole must not be committed. */
  doom: { cause: unknown } | null;
  ended: boolean;
}

export type Attempt<T> = { ok: true; value: T } | { ok: false; error: Error };

const TRIES = 3;

/**
 * The transaction, ambient for everything awaited inside `run`. On SQLite the units queue first in, first out and
 * take the write lock at once; on MySQL each has a pooled connection of its own. Await database statements only in
 * here: hashing, sanitising, files, mail and network come before or after.
 */
@Injectable()
export class UnitOfWork {
  private readonly logger = new Logger(UnitOfWork.name);
  private readonly open = new AsyncLocalStorage<OpenWork>();
  private queue: Promise<unknown> = Promise.resolve();

  constructor(private readonly connections: Connections) {}

  /**
   * Runs `work` in a transaction, or inside the one that is open already. A deadlock, lock timeout or lost connection
   * runs it again from its start, three tries in all, so `work` must not have effects outside the database.
   */
  async run<T>(work: () => Promise<T>): Promise<T> {
    const current = this.current();
    if (current !== null) return this.join(current, work);
    for (let attempt = 1; ; attempt++) {
      try {
        return await (this.connections.engine === 'sqlite'
          ? this.inTurn(() => this.begin(work))
          : this.begin(work));
      } catch (error) {
        if (attempt === TRIES || !isTransient(error)) throw error;
        this.logger.warn(`Unit of work runs again after: ${String(error)}`);
      }
    }
  }

  /**
   * Runs `work` in a savepoint. A domain error or a constraint violation undoes only its own writes and is returned;
   * anything else ends the whole unit of work.
   */
  async attempt<T>(work: () => Promise<T>): Promise<Attempt<T>> {
    const current = this.current();
    if (current === null) throw new Error('A savepoint needs an open unit of work');
    const hooks = current.afterCommit.length;
    const doom = current.doom;
    await current.runner.startTransaction();
    try {
      const value = await work();
      if (current.doom !== doom && current.doom !== null) throw current.doom.cause;
      await current.runner.commitTransaction();
      return { ok: true, value };
    } catch (error) {
      if (!(error instanceof Error) || !isSwallowed(error)) throw error;
      await current.runner.rollbackTransaction();
      current.afterCommit.length = hooks;
      current.doom = doom;
      return { ok: false, error };
    }
  }

  /** Calls `effect` once the outermost transaction is committed; never after a rollback. Its failure is logged. */
  afterCommit(effect: () => void | Promise<void>): void {
    const current = this.current();
    if (current === null) throw new Error('afterCommit needs an open unit of work');
    current.afterCommit.push(effect);
  }

  isOpen(): boolean {
    return this.current() !== null;
  }

  openManager(): EntityManager | null {
    return this.current()?.runner.manager ?? null;
  }

  private current(): OpenWork | null {
    const current = this.open.getStore() ?? null;
    // A promise nobody awaited outlived its transaction: it must not write into somebody else's.
    if (current?.ended === true) throw new Error('The unit of work this code belongs to has ended');
    return current;
  }

  private async join<T>(current: OpenWork, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      current.doom ??= { cause: error };
      throw error;
    }
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.queue.then(work, work);
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  private async begin<T>(work: () => Promise<T>): Promise<T> {
    const runner = this.connections.writer.createQueryRunner();
    const opened: OpenWork = { runner, afterCommit: [], doom: null, ended: false };
    let value: T;
    try {
      await runner.startTransaction();
      if (this.connections.engine === 'sqlite') await runner.query(TAKE_WRITE_LOCK);
      value = await this.open.run(opened, work);
      if (opened.doom !== null) throw opened.doom.cause;
      await runner.commitTransaction();
    } catch (error) {
      await this.rollBack(runner);
      throw error;
    } finally {
      opened.ended = true;
      await runner.release();
    }
    this.runEffects(opened.afterCommit);
    return value;
  }

  /** Also leaves open savepoints: TypeORM's rollback goes one level at a time. */
  private async rollBack(runner: QueryRunner): Promise<void> {
    try {
      while (runner.isTransactionActive) await runner.rollbackTransaction();
    } catch (error) {
      this.logger.error(`Rollback failed: ${String(error)}`);
    }
  }

  private runEffects(effects: OpenWork['afterCommit']): void {
    for (const effect of effects) {
      Promise.resolve()
        .then(() => this.open.exit(effect))
        .catch((error: unknown) => this.logger.error(`After-commit effect failed: ${String(error)}`));
    }
  }
}

/** Writes nothing, but makes SQLite take the write lock before anything is read (a deferred transaction that reads
 * first fails at once, with no waiting, when another process has written since). */
const TAKE_WRITE_LOCK = 'DELETE FROM write_lock WHERE id < 0';

/** Errors that carry this mark are expected outcomes of the domain, not failures of the machine. */
export interface DomainErrorLike {
  readonly isDomainError: true;
}

function isSwallowed(error: Error): boolean {
  return (error as Partial<DomainErrorLike>).isDomainError === true || isConstraintViolation(error);
}
