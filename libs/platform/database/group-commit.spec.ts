import { GroupCommit } from './group-commit';
import { type SqliteStatements } from './sqlite-statements';

/** A connection on which some statements fail. */
class FailingStatements {
  isInTransaction = false;
  readonly failing = new Set<string>();

  run(sql: string): void {
    if (this.failing.has(sql)) throw new Error(`${sql} failed`);
    if (sql.startsWith('BEGIN')) this.isInTransaction = true;
    if (sql === 'COMMIT' || sql === 'ROLLBACK') this.isInTransaction = false;
  }
}

let statements: FailingStatements;
let group: GroupCommit;

beforeEach(() => {
  statements = new FailingStatements();
  group = new GroupCommit(statements as unknown as SqliteStatements);
});

it.each(['BEGIN IMMEDIATE', 'SAVEPOINT unit_of_work', 'RELEASE unit_of_work', 'COMMIT'])(
  'answers a unit whose %s fails, and works on',
  async (sql) => {
    statements.failing.add(sql);
    await expect(group.run(() => Promise.resolve('first'))).rejects.toThrow(`${sql} failed`);
    statements.failing.clear();
    await expect(group.run(() => Promise.resolve('second'))).resolves.toBe('second');
  },
);

it('answers and works on although a rollback fails', async () => {
  statements.failing.add('COMMIT').add('ROLLBACK');
  await expect(group.run(() => Promise.resolve('first'))).rejects.toThrow('COMMIT failed');
  statements.failing.clear();
  await expect(group.run(() => Promise.resolve('second'))).resolves.toBe('second');
});
