import { AsyncResource } from 'node:async_hooks';
import { setImmediate } from 'node:timers/promises';

import { TransactionLost } from './failures';
import { SqliteSavepoints } from './savepoints';
import { type SqliteStatements } from './sqlite-statements';

interface Unit {
  work: () => Promise<unknown>;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
}

interface Outcome {
  unit: Unit;
  /** Of a unit that failed by itself. */
  error?: unknown;
  /** Given once the transaction has ended. */
  answer: () => void;
}

/** So many units, or so long, and what is done is committed, however many more wait. */
const MOST_UNITS = 64;
const LONGEST_MS = 20;

/**
 * Units of work that come at the same time, one after the other under one commit. The disk's confirmation costs more
 * than the work: eight requests that wait for one of them together are served, where each alone would wait for eight.
 * Each unit stands in a savepoint, so what fails takes nothing of another's with it, and none is answered before the
 * commit that holds it.
 */
export class GroupCommit {
  private readonly waiting: Unit[] = [];
  private readonly savepoints: SqliteSavepoints;
  private busy = false;

  constructor(private readonly statements: SqliteStatements) {
    this.savepoints = new SqliteSavepoints(statements);
  }

  /** In the order of the calls. `work` runs with the ambient context of its caller. */
  run<T>(work: () => Promise<T>): Promise<T> {
    // What AsyncResource.bind does, without the several properties that it defines for each call.
    const caller = new AsyncResource(GroupCommit.name);
    return new Promise<T>((resolve, reject) => {
      const unit = { work: () => caller.runInAsyncScope(work), resolve, reject };
      this.waiting.push(unit as Unit);
      if (!this.busy) void this.serve();
    });
  }

  private async serve(): Promise<void> {
    this.busy = true;
    while (this.waiting.length > 0) await this.commitTogether();
    this.busy = false;
  }

  /** Never fails: every outcome is its units'. */
  private async commitTogether(): Promise<void> {
    const outcomes: Outcome[] = [];
    try {
      // At once: a deferred transaction that reads first fails, with no waiting, when another process has written since.
      this.statements.run('BEGIN IMMEDIATE');
    } catch (error) {
      this.waiting.shift()?.reject(error);
      return;
    }
    try {
      await this.workThrough(outcomes);
      this.statements.run('COMMIT');
    } catch (error) {
      this.rollBack();
      for (const outcome of outcomes) outcome.answer = () => outcome.unit.reject(outcome.error ?? error);
    }
    for (const { answer } of outcomes) answer();
  }

  /** Whatever it says, those who wait are answered: were it in the way, the next transaction would not begin. */
  private rollBack(): void {
    try {
      if (this.statements.isInTransaction) this.statements.run('ROLLBACK');
    } catch {
      // The error that led here is the one to tell of.
    }
  }

  private async workThrough(outcomes: Outcome[]): Promise<void> {
    const until = performance.now() + LONGEST_MS;
    while (outcomes.length < MOST_UNITS && performance.now() < until) {
      // A unit's statements leave no gap in which another request could be read; here is one.
      if (this.waiting.length === 0) await setImmediate();
      const unit = this.waiting.shift();
      if (unit === undefined) return;
      await this.workOne(unit, outcomes);
    }
  }

  private async workOne(unit: Unit, outcomes: Outcome[]): Promise<void> {
    try {
      await this.savepoints.set();
      const value = await unit.work();
      await this.savepoints.release();
      outcomes.push({ unit, answer: () => unit.resolve(value) });
    } catch (error) {
      outcomes.push({ unit, error, answer: () => unit.reject(error) });
      // The engine itself has ended it, as with a full disk; the others that were in it are run again.
      if (!this.statements.isInTransaction) throw new TransactionLost();
      await this.savepoints.undo();
    }
  }
}
