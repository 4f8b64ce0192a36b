import { AsyncLocalStorage } from 'node:async_hooks';

import { Injectable, Logger } from '@nestjs/common';
import { EntityManager, QueryRunner } from 'typeorm';

import { countDatabaseError } from '@desk/platform/metrics';

import { Connections } from './connections';
import { type Effect, Effects } from './effects';
import { CommitInDoubt, isConstraintViolation, isLostConnection, isTransient } from './failures';
import { type GatheredEffect, Gathering } from './gathering';
import { GroupCommit } from './group-commit';
import { LateWork } from './late-work';
import { RunnerSavepoints, type Savepoints, SqliteSavepoints } from './savepoints';

interface OpenWork {
  runner: QueryRunner;
  savepoints: Savepoints;
  gathering: Gathering;
  afterCommit: Effect[];
  /** Set when joined work failed: what it had written may be half done, so the whole must not be committed. */
  doom: { cause: unknown } | null;
  ended: boolean;
}

/** Something to write before and after an act, in the unit of work that the act opens for itself. */
export interface Surrounded<T> {
  before: () => Promise<void>;
  act: () => Promise<T>;
  after: (outcome: T) => Promise<void>;
}

export type Attempt<T> = { ok: true; value: T } | { ok: false; error: Error };

const TRIES = 3;

/**
 * The transaction, ambient for everything awaited inside `run`. On SQLite the units queue first in, first out under
 * the write lock and share commits; on MySQL each has a pooled connection of its own. Await database statements only in
 * here: hashing, sanitising, files, mail and network come before or after.
 */
@Injectable()
export class UnitOfWork {
  private readonly logger = new Logger(UnitOfWork.name);
  private readonly open = new AsyncLocalStorage<OpenWork | LateWork<OpenWork, unknown>>();
  private readonly group: GroupCommit | null;
  private readonly effects = new Effects();

  constructor(private readonly connections: Connections) {
    this.group = connections.direct === null ? null : new GroupCommit(connections.direct.writer);
  }

  /**
   * Runs `work` in a transaction, or inside the one that is open already. A deadlock, lock timeout or lost connection
   * runs it again from its start, three tries in all, so `work` must not have effects outside the database.
   */
  async run<T>(work: () => Promise<T>): Promise<T> {
    const late = this.open.getStore();
    if (late instanceof LateWork) await late.open();
    const current = this.current();
    if (current === null) return this.again(() => this.once(work));
    if (!(late instanceof LateWork)) return this.join(current, work);
    // As if it were the act's own: what is gathered is told of before the act goes on to answer.
    return this.open.run(current, () => this.join(current, () => this.whole(current, work)));
  }

  /**
   * Runs `act` without a transaction until it opens its own, which then lasts until `act` has answered: `before` is the
   * first thing in it and `after` the last. What an act does ahead of its unit of work, as hashing, stays outside. Where
   * `run` would run again, the whole does.
   */
  surround<T>({ before, act, after }: Surrounded<T>): Promise<T> {
    if (this.isOpen()) throw new Error('Only what has no open unit of work can be surrounded by one');
    return this.again(async () => {
      const late = new LateWork<OpenWork, T>((ready) =>
        this.once(async (opened) => {
          await before();
          ready(opened);
          const outcome = await acting;
          await after(outcome);
          return outcome;
        }),
      );
      const acting: Promise<T> = Promise.resolve().then(() => this.open.run(late, act));
      // Also an act that wrote nothing has its two companions.
      await acting.then(() => late.open()).catch(() => undefined);
      return late.unit ?? acting;
    });
  }

  /**
   * Runs `work` in a savepoint. A domain error or a constraint violation undoes only its own writes and is returned;
   * anything else ends the whole unit of work.
   */
  async attempt<T>(work: () => Promise<T>): Promise<Attempt<T>> {
    const current = this.current();
    if (current === null) throw new Error('A savepoint needs an open unit of work');
    const hooks = current.afterCommit.length;
    const forget = current.gathering.mark();
    const doom = current.doom;
    await current.savepoints.set();
    try {
      const value = await work();
      if (current.doom !== doom && current.doom !== null) throw current.doom.cause;
      await current.savepoints.release();
      return { ok: true, value };
    } catch (error) {
      // There is nothing to undo in a transaction that the engine has ended.
      const isUndone = await current.savepoints.undo().then(
        () => true,
        () => false,
      );
      if (!isUndone || !isSwallowed(error)) throw error;
      current.afterCommit.length = hooks;
      forget();
      current.doom = doom;
      return { ok: false, error };
    }
  }

  /**
   * Calls the last `effect` of a key once before the outermost commit, in its transaction, with all values of that key in
   * order: for what may change several times and is told of as a whole. An undone savepoint takes its values with it.
   */
  gather<T>(key: string, value: T, effect: GatheredEffect<T>): void {
    const current = this.current();
    if (current === null) throw new Error('Gathering needs an open unit of work');
    current.gathering.add(key, value, effect);
  }

  /** Does now what was gathered for the commit: between several acts that somebody does in one transaction. */
  async settle(): Promise<void> {
    await this.current()?.gathering.settle();
  }

  /** Calls `effect` once the outermost transaction is committed; never after a rollback. Its failure is logged. */
  afterCommit(effect: Effect): void {
    const current = this.current();
    if (current === null) throw new Error('afterCommit needs an open unit of work');
    current.afterCommit.push(effect);
  }

  /** Before the connections are closed: some effects still read. */
  async endEffects(): Promise<void> {
    await this.effects.end();
  }

  isOpen(): boolean {
    return this.current() !== null;
  }

  openManager(): EntityManager | null {
    return this.current()?.runner.manager ?? null;
  }

  private current(): OpenWork | null {
    const stored = this.open.getStore() ?? null;
    const current = stored instanceof LateWork ? stored.opened : stored;
    // A promise nobody awaited outlived its transaction: it must not write into somebody else's.
    if (current?.ended === true) throw new Error('The unit of work this code belongs to has ended');
    return current;
  }

  /** Three tries where the failure is one of the machine. */
  private async again<T>(attemptOnce: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await attemptOnce();
      } catch (error) {
        if (attempt === TRIES || !isTransient(error)) throw error;
        countDatabaseError('retried');
        this.logger.warn(`Unit of work runs again after: ${String(error)}`);
      }
    }
  }

  private once<T>(work: (opened: OpenWork) => Promise<T>): Promise<T> {
    return this.group === null ? this.begin(work) : this.share(this.group, work);
  }

  private async join<T>(current: OpenWork, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      current.doom ??= { cause: error };
      throw error;
    }
  }

  /** SQLite has one connection for writing: whoever comes meanwhile shares the transaction that is open on it. */
  private async share<T>(group: GroupCommit, work: (opened: OpenWork) => Promise<T>): Promise<T> {
    const opened = this.openWork(this.connections.writer.createQueryRunner());
    const value = await group.run(() => this.workIn(opened, work));
    this.follow(opened);
    return value;
  }

  private async begin<T>(work: (opened: OpenWork) => Promise<T>): Promise<T> {
    const runner = this.connections.writer.createQueryRunner();
    const opened = this.openWork(runner);
    let value: T;
    try {
      await runner.startTransaction();
      value = await this.workIn(opened, work);
      await commit(runner);
    } catch (error) {
      await this.rollBack(runner);
      throw error;
    } finally {
      await runner.release();
    }
    this.follow(opened);
    return value;
  }

  private openWork(runner: QueryRunner): OpenWork {
    const { direct } = this.connections;
    const savepoints = direct === null ? new RunnerSavepoints(runner) : new SqliteSavepoints(direct.writer);
    return { runner, savepoints, gathering: new Gathering(), afterCommit: [], doom: null, ended: false };
  }

  private async workIn<T>(opened: OpenWork, work: (opened: OpenWork) => Promise<T>): Promise<T> {
    try {
      const value = await this.open.run(opened, () => this.whole(opened, work));
      if (opened.doom !== null) throw opened.doom.cause;
      return value;
    } finally {
      opened.ended = true;
    }
  }

  private async whole<T>(opened: OpenWork, work: (opened: OpenWork) => Promise<T>): Promise<T> {
    const value = await work(opened);
    if (opened.doom === null) await opened.gathering.settle();
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

  private follow({ afterCommit }: OpenWork): void {
    for (const effect of afterCommit) this.effects.start(() => this.open.exit(effect));
  }
}

/** @throws CommitInDoubt when the connection went meanwhile. */
async function commit(runner: QueryRunner): Promise<void> {
  try {
    await runner.commitTransaction();
  } catch (error) {
    throw isLostConnection(error) ? new CommitInDoubt(error) : error;
  }
}

/** Errors that carry this mark are expected outcomes of the domain, not failures of the machine. */
export interface DomainErrorLike {
  readonly isDomainError: true;
}

/** By its marks, not by its class: a driver may have made its errors in another realm, as under jest. */
function isSwallowed(error: unknown): error is Error {
  return (error as Partial<DomainErrorLike> | null)?.isDomainError === true || isConstraintViolation(error);
}
