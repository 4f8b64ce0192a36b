/* What an engine's error means, whichever engine says it. */

/** Another unit of work, which shared the transaction, made the engine give it up. */
export class TransactionLost extends Error {
  readonly code = 'TRANSACTION_LOST';

  constructor() {
    super('The transaction that this unit of work shared was lost');
  }
}

const COMMIT_IN_DOUBT = 'COMMIT_IN_DOUBT';

/**
 * The connection went while the database was committing: nobody can tell whether it did, so the unit of work is not run
 * again. Whoever sent an Idempotency-Key may ask again; jobs look at what is there first.
 */
export class CommitInDoubt extends Error {
  readonly code = COMMIT_IN_DOUBT;

  constructor(cause: unknown) {
    super(`Nobody knows whether this was committed: ${String(cause)}`, { cause });
  }
}

/** The connection went while it was in use; whatever was not committed is undone. */
const LOST = new Set([
  'PROTOCOL_CONNECTION_LOST',
  'ECONNRESET',
  'EPIPE',
  'ER_CONNECTION_KILLED',
  'ER_SERVER_SHUTDOWN',
]);

const TRANSIENT = new Set([
  ...LOST,
  'TRANSACTION_LOST',
  'SQLITE_BUSY',
  'SQLITE_BUSY_SNAPSHOT',
  'SQLITE_LOCKED',
  'ER_LOCK_DEADLOCK',
  'ER_LOCK_WAIT_TIMEOUT',
]);

/** No connection is to be had: the server is away, starts, or has too many. Trying at once would come to the same. */
const AWAY = new Set([
  'ER_CON_COUNT_ERROR',
  'ER_TOO_MANY_USER_CONNECTIONS',
  'ER_NORMAL_SHUTDOWN',
  COMMIT_IN_DOUBT,
]);

const DUPLICATE = new Set(['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY', 'ER_DUP_ENTRY']);

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  const { code, driverError } = error as { code?: unknown; driverError?: { code?: unknown } };
  const found = driverError?.code ?? code;
  return typeof found === 'string' ? found : '';
}

/** Worth running the whole unit of work again: deadlock, lock timeout, lost connection. */
export function isTransient(error: unknown): boolean {
  return TRANSIENT.has(codeOf(error));
}

export function isLostConnection(error: unknown): boolean {
  return LOST.has(codeOf(error)) || isFatal(error);
}

/** Nobody's mistake, and worth asking again in a while: the database is busy, or away. */
export function isUnavailable(error: unknown): boolean {
  return isTransient(error) || AWAY.has(codeOf(error)) || isFatal(error);
}

/** mysql2's mark of errors after which a connection is of no use, such as a refused one. */
function isFatal(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { fatal, driverError } = error as { fatal?: unknown; driverError?: { fatal?: unknown } };
  return fatal === true || driverError?.fatal === true;
}

/** A row with the same unique key exists. */
export function isDuplicate(error: unknown): boolean {
  return DUPLICATE.has(codeOf(error));
}

export function isConstraintViolation(error: unknown): boolean {
  const code = codeOf(error);
  return (
    DUPLICATE.has(code) ||
    code.startsWith('SQLITE_CONSTRAINT') ||
    /^ER_(ROW_IS_REFERENCED|NO_REFERENCED_ROW|BAD_NULL)/.test(code)
  );
}
