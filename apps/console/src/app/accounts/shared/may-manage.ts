import { type Role, roleMay } from '@desk/contracts';

/** Whose account a role may change; only superadmins touch their like. The server decides, this is courtesy. */
export function mayManage(role: Role | undefined, person: { role: Role }): boolean {
  if (role === undefined || !roleMay(role, 'users.deactivate')) return false;
  return person.role !== 'superadmin' || role === 'superadmin';
}
