import {
  CommitInDoubt,
  isConstraintViolation,
  isLostConnection,
  isTransient,
  isUnavailable,
} from './failures';

/** As TypeORM hands on what a statement failed with, and as the pool says that it has no connection. */
const inStatement = (driverError: object) => ({ name: 'QueryFailedError', driverError });
const refused = { code: 'ECONNREFUSED', syscall: 'connect', fatal: true };

it.each([
  ['deadlock', inStatement({ code: 'ER_LOCK_DEADLOCK' })],
  ['lock timeout', inStatement({ code: 'ER_LOCK_WAIT_TIMEOUT' })],
  ['lost connection', inStatement({ code: 'PROTOCOL_CONNECTION_LOST', fatal: true })],
  ['locked file', { code: 'SQLITE_BUSY' }],
])('%s is worth another try at once, and 503 after the last', (_, error) => {
  expect(isTransient(error)).toBe(true);
  expect(isUnavailable(error)).toBe(true);
});

it.each([
  ['server that is away', refused],
  ['closed connection, which has no code', inStatement({ fatal: true, message: 'in closed state' })],
  ['server with too many connections', { code: 'ER_CON_COUNT_ERROR' }],
  ['commit of which nobody knows', new CommitInDoubt(refused)],
])('%s is 503 and not tried again here', (_, error) => {
  expect(isTransient(error)).toBe(false);
  expect(isUnavailable(error)).toBe(true);
});

it.each([
  ['a duplicate', inStatement({ code: 'ER_DUP_ENTRY' })],
  ['a statement with a fault', inStatement({ code: 'ER_PARSE_ERROR' })],
  ['somebody else’s server that is away', { code: 'ECONNREFUSED', syscall: 'connect' }],
  ['a fault of ours', new TypeError('x is not a function')],
  ['nothing', null],
])('%s is no outage', (_, error) => {
  expect(isTransient(error)).toBe(false);
  expect(isUnavailable(error)).toBe(false);
  expect(isLostConnection(error)).toBe(false);
});

it('knows what a constraint refuses, on both engines', () => {
  expect(isConstraintViolation(inStatement({ code: 'ER_DUP_ENTRY' }))).toBe(true);
  expect(isConstraintViolation({ code: 'SQLITE_CONSTRAINT_UNIQUE' })).toBe(true);
  expect(isConstraintViolation(inStatement({ code: 'ER_LOCK_DEADLOCK' }))).toBe(false);
});
