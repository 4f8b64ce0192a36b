import { DomainError } from '@desk/platform/errors';

import { type Cursor, decodeCursor, encodeCursor } from './cursor';

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

function refusal(text: string): unknown {
  try {
    return decodeCursor(text);
  } catch (error) {
    return error;
  }
}

describe('a cursor', () => {
  it.each<Cursor>([
    { value: '2030-01-01T00:00:00.000Z', id: '0190' },
    { value: 7.5, id: 12 },
    { value: null, id: 'x' },
    { value: 'ünïcode "quoted"', id: 0 },
  ])('comes back as it was: %j', (cursor) => {
    expect(decodeCursor(encodeCursor(cursor))).toEqual(cursor);
  });

  it('needs no escaping in an address', () => {
    expect(encodeCursor({ value: '>>>???ÿ', id: '~~~' })).toMatch(/^[A-Za-z0-9_-]+$/);
  });

  it('begins a walk when it is empty', () => {
    expect(decodeCursor('')).toBeNull();
  });

  it.each([
    ['no base64', '%%%'],
    ['no JSON', Buffer.from('nonsense').toString('base64url')],
    ['an object', encoded({ value: 1, id: 2 })],
    ['too short', encoded([1])],
    ['too long', encoded([1, 2, 3])],
    ['a row without id', encoded([1, null])],
    ['a nested value', encoded([[1], 2])],
    ['a truth value', encoded([true, 2])],
  ])('is refused, naming the field: %s', (_, text) => {
    const error = refusal(text);
    expect(error).toBeInstanceOf(DomainError);
    expect(error).toMatchObject({
      kind: 'invalid',
      details: { errors: [{ field: 'cursor', code: 'invalid_cursor' }] },
    });
  });
});
