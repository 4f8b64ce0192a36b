import { isManager, isStaff, type Role, roleMay } from '@desk/contracts';
import { forbidden, notFound } from '@desk/platform/errors';
import { type Actor } from '@desk/platform/security';

import type { User } from './user';

/** Fields of a person that only some may set, beside the profile that everybody has. */
export interface GuardedChanges {
  email?: string;
  role?: Role;
  is_active?: boolean;
}

type Target = Pick<User, 'id' | 'role' | 'email'>;

/** Whose rows a list, a search or a count may hold: everyone's, or only one person's. */
export function visibleTo(actor: Actor): 'all' | { onlyId: string } {
  return actor.kind === 'person' && !isStaff(actor.role) ? { onlyId: actor.id } : 'all';
}

export function maySee(actor: Actor, userId: string): boolean {
  const visible = visibleTo(actor);
  return visible === 'all' || visible.onlyId === userId;
}

/** Customers know by sight who answers them, and nobody else. */
export function maySeeAvatar(actor: Actor, person: Pick<Target, 'id' | 'role'>): boolean {
  return maySee(actor, person.id) || isStaff(person.role);
}

/** @throws 403 naming the field, or without one when this person may not be touched at all. */
export function requireMayChange(actor: Actor, target: Target, changes: GuardedChanges): void {
  if (actor.kind !== 'person') return;
  const manages = isManager(actor.role);
  if (actor.id !== target.id && !manages) throw forbidden('You may change only your own profile');
  requireMayTouch(actor, target);
  if (changes.role !== undefined && !roleMay(actor.role, 'users.changeRole')) {
    throw forbidden('Only superadmins may change a role', 'role');
  }
  if (changes.is_active !== undefined && !manages) {
    throw forbidden('Only managers may activate or deactivate people', 'is_active');
  }
  if (changes.email !== undefined && changes.email !== target.email && actor.id === target.id) {
    throw forbidden('Your own address changes when a link that is mailed to the new one is used', 'email');
  }
}

/** @throws 403 when a manager reaches for a superadmin. */
export function requireMayTouch(actor: Actor, target: Target): void {
  if (actor.kind !== 'person' || actor.role === 'superadmin' || actor.id === target.id) return;
  if (target.role === 'superadmin') throw forbidden('Only superadmins may change a superadmin');
}

/** @throws 403 or, for those who may not know of this person, 404. */
export function requireMaySwitch(actor: Actor, target: Target): void {
  if (!maySee(actor, target.id)) throw notFound('user');
  if (actor.kind !== 'person' || actor.id === target.id) return;
  if (!roleMay(actor.role, 'users.deactivate'))
    throw forbidden('Only managers may activate or deactivate people');
  requireMayTouch(actor, target);
}

/** @throws 403 naming the role. */
export function requireMayCreate(actor: Actor, role: Role): void {
  if (actor.kind !== 'person' || actor.role === 'superadmin') return;
  if (!roleMay(actor.role, 'users.create')) throw forbidden('Only managers may create people');
  if (role === 'superadmin') throw forbidden('Only superadmins may create a superadmin', 'role');
}
