import { type Role } from '@desk/contracts';

/** The signed-in person, as sign-in and renewal answer it. */
export interface SessionUser {
  id: string;
  email: string;
  first_name: string;
  last_name: string;
  full_name: string;
  initials: string;
  role: Role;
  avatar: string | null;
  timezone_pref: string;
  dark_mode: boolean;
}

export interface SessionAnswer {
  access: string;
  user: SessionUser;
}

export interface Credentials {
  email: string;
  password: string;
  otp?: string;
}
