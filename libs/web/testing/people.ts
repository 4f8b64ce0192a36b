import type { UserView } from '@desk/web/api-client';
import type { SessionAnswer, SessionUser } from '@desk/web/core';

export const ANNA: SessionUser = {
  id: '0190a1b2-0000-7000-8000-000000000001',
  email: 'anna@example.com',
  is_email_verified: true,
  is_profile_completed: true,
  first_name: 'Anna',
  last_name: 'Berg',
  full_name: 'Anna Berg',
  initials: 'AB',
  role: 'agent',
  avatar: null,
  timezone_pref: 'Europe/Berlin',
  dark_mode: false,
  keyboard_shortcuts: true,
};

/** An answer whose token lives two hours from now; `name` tells tokens apart. */
export function answerFor(user: SessionUser, name: string): SessionAnswer {
  const iat = Math.floor(Date.now() / 1000);
  return { access: `${name}.${btoa(JSON.stringify({ iat, exp: iat + 7200 }))}.signature`, user };
}

/** The customer CARLA of the tickets, signed in. */
export const CARLA_HERSELF: SessionUser = {
  ...ANNA,
  id: 'id-of-carla',
  email: 'carla@example.com',
  first_name: 'Carla',
  last_name: 'Customer',
  full_name: 'Carla Customer',
  initials: 'CC',
  role: 'customer',
};

/** A colleague of ANNA who administers. */
export const MONA: SessionUser = {
  ...ANNA,
  id: 'id-of-mona',
  email: 'mona@example.com',
  first_name: 'Mona',
  last_name: 'Manager',
  full_name: 'Mona Manager',
  initials: 'MM',
  role: 'manager',
};

/** Somebody as the list of people and their page have them. */
export function userOf(name: string, change: Partial<UserView> = {}): UserView {
  const [first_name = '', last_name = ''] = name.split(' ');
  return {
    id: `id-of-${first_name.toLowerCase()}`,
    name,
    first_name,
    last_name,
    full_name: name,
    initials: first_name.charAt(0) + last_name.charAt(0),
    email: `${first_name.toLowerCase()}@example.com`,
    avatar: null,
    role: 'customer',
    department: '',
    job_title: '',
    phone: '',
    address: '',
    is_active: true,
    is_email_verified: true,
    is_invited: false,
    is_staff: false,
    is_online: false,
    is_profile_completed: true,
    timezone_pref: 'Europe/Berlin',
    email_notifications: true,
    keyboard_shortcuts: true,
    dark_mode: false,
    date_joined: '2026-03-01T09:00:00.000Z',
    last_login: null,
    updated_at: '2026-03-01T09:00:00.000Z',
    ...change,
  };
}
