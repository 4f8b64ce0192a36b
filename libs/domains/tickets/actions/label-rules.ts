import { isManager, isStaff } from '@desk/contracts';
import { isDuplicate } from '@desk/platform/database';
import { conflict, forbidden } from '@desk/platform/errors';
import { type Actor } from '@desk/platform/security';

export function assertMayWriteCategories(actor: Actor): void {
  if (actor.kind === 'person' && !isManager(actor.role)) throw forbidden('Only managers change categories');
}

export function assertMayWriteTags(actor: Actor): void {
  if (actor.kind === 'person' && !isStaff(actor.role)) throw forbidden('Only staff change tags');
}

/** @throws conflict `duplicate` when the unique index of the names refuses. */
export async function orDuplicate<T>(what: 'category' | 'tag', write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (isDuplicate(error)) throw conflict('duplicate', `There is a ${what} of this name already`);
    throw error;
  }
}

export const labelInUse = (what: 'category' | 'tag') =>
  conflict('in_use', `Tickets have this ${what}, perhaps in the trash: take it from them first`);
