/* What an engine's error means, whichever engine says it. */

/** Another unit of work, which shared the transaction, made the engine give it up. */
export class TransactionLost extends Error {
  readonly code = 'TRANSACTION_LOST';

  constructor() {
    super('The transaction that this unit of work shared was lost');
  }
}

const TRANSIENT = new Set([
  'TRANSACTION_LOST',
  'SQLITE_BUSY',
  'SQLITE_BUSY_SNAPSHOT',
  'SQLITE_LOCKED',
  'ER_LOCK_DEADLOCK',
  'ER_LOCK_WAIT_TIMEOUT',
  'PROTOCOL_CONNECTION_LOST',
  'ECONNRESET',
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
