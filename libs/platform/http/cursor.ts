import { invalidField } from '@desk/platform/errors';

/** A place in an ordered walk: the last row's sort value and its id, opaque on the wire. */
export interface Cursor {
  value: string | number | null;
  id: string | number;
}

export function encodeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify([cursor.value, cursor.id])).toString('base64url');
}

/** Null for the empty cursor that begins a walk. @throws 400 naming `cursor`. */
export function decodeCursor(text: string): Cursor | null {
  if (text === '') return null;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (
      Array.isArray(parsed) &&
      parsed.length === 2 &&
      isScalar(parsed[0]) &&
      isScalar(parsed[1]) &&
      parsed[1] !== null
    ) {
      return { value: parsed[0], id: parsed[1] };
    }
  } catch {
    // Falls through to the one answer for every kind of wrong cursor.
  }
  throw invalidField('cursor', 'invalid_cursor', 'This cursor was not given out by this list');
}

function isScalar(value: unknown): value is string | number | null {
  return value === null || typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));
}
