/** The four roles of the specification, strongest first. */
export const ROLES = ['superadmin', 'manager', 'agent', 'customer'] as const;
export type Role = (typeof ROLES)[number];

export const STAFF_ROLES = ['superadmin', 'manager', 'agent'] as const satisfies readonly Role[];
export type StaffRole = (typeof STAFF_ROLES)[number];
export const MANAGER_ROLES = ['superadmin', 'manager'] as const satisfies readonly Role[];

export function isStaff(role: Role): boolean {
  return role !== 'customer';
}

export function isManager(role: Role): boolean {
  return role === 'superadmin' || role === 'manager';
}
