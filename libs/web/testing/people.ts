import type { SessionAnswer, SessionUser } from '@desk/web/core';

export const ANNA: SessionUser = {
  id: '0190a1b2-0000-7000-8000-000000000001',
  email: 'anna@example.com',
  is_email_verified: true,
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
