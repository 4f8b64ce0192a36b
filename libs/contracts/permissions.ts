import { MANAGER_ROLES, ROLES, type Role, STAFF_ROLES } from './roles';

const everyone: readonly Role[] = ROLES;
const staff: readonly Role[] = STAFF_ROLES;
const managers: readonly Role[] = MANAGER_ROLES;
const superadmin: readonly Role[] = ['superadmin'];

/**
 * Who may call which operation, by role: the table "Who may do what" of the contract.
 * A row decides whether a role gets past the door; which objects it then sees is decided by each
 * aggregate's own visibility function on the server.
 */
export const PERMISSIONS = {
  'self.read': everyone,
  'self.update': everyone,
  /** Password, second factor, sessions, API tokens. */
  'self.secure': everyone,
  'self.factor': staff,
  'users.list': everyone,
  'users.agents': staff,
  'users.create': managers,
  'users.update': everyone,
  'users.deactivate': managers,
  'users.stats': managers,
  'users.changeRole': superadmin,
  'users.sessions': managers,
  'factor.policy': superadmin,
  'loginAudit.read': superadmin,
  'requestLog.read': superadmin,

  'uploads.create': everyone,

  'tickets.read': everyone,
  'tickets.create': everyone,
  'tickets.update': everyone,
  'tickets.comment': everyone,
  'tickets.rate': everyone,
  'tickets.assign': staff,
  'tickets.escalate': staff,
  'tickets.delete': managers,
  'categories.read': everyone,
  'categories.write': managers,
  'tags.read': everyone,
  'tags.write': staff,

  'sla.read': staff,
  'sla.write': managers,

  'automation.read': staff,
  'automation.write': managers,
  'automation.delete': superadmin,

  'notifications.own': everyone,
  'outbox.read': superadmin,
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

export function roleMay(role: Role, permission: Permission): boolean {
  return PERMISSIONS[permission].includes(role);
}
