import { type Role } from '@desk/contracts';

/** A person as others show them beside their own things. */
export interface PersonBrief {
  id: string;
  email: string;
  first_name: string;
  last_name: string;
  full_name: string;
  initials: string;
  role: Role;
  avatar: string | null;
  is_active: boolean;
  department: string;
}

/** The columns of a brief as a raw row holds them. */
export interface PersonBriefRow {
  id: string;
  email: string;
  first_name: string;
  last_name: string;
  role: string;
  avatar: string | null;
  is_active: number;
  department: string;
}

export function briefFromRow(row: PersonBriefRow): PersonBrief {
  return {
    id: row.id,
    email: row.email,
    first_name: row.first_name,
    last_name: row.last_name,
    full_name: fullName(row.first_name, row.last_name, row.email),
    initials: initials(row.first_name, row.last_name, row.email),
    role: row.role as Role,
    avatar: row.avatar,
    is_active: row.is_active === 1,
    department: row.department,
  };
}

/** Falls back on the address, so that nobody is ever shown as an empty line. */
export function fullName(firstName: string, lastName: string, email: string): string {
  return `${firstName} ${lastName}`.trim() || email;
}

export function initials(firstName: string, lastName: string, email: string): string {
  const letters = firstLetter(firstName) + firstLetter(lastName);
  return (letters || firstLetter(email)).toUpperCase();
}

/** By code point: half of a surrogate pair is no letter. */
function firstLetter(text: string): string {
  return [...text.trim()][0] ?? '';
}
