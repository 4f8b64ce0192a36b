import { type CredentialsBody, type SessionView, type UserView } from '@desk/web/api-client';

/** What the pages need to know of the signed-in person. */
export type SessionUser = Pick<
  UserView,
  | 'id'
  | 'email'
  | 'is_email_verified'
  | 'is_profile_completed'
  | 'first_name'
  | 'last_name'
  | 'full_name'
  | 'initials'
  | 'role'
  | 'avatar'
  | 'timezone_pref'
  | 'dark_mode'
  | 'keyboard_shortcuts'
>;

/** A sign-in or renewal, in memory and between tabs. */
export interface SessionAnswer extends Omit<SessionView, 'user'> {
  user: SessionUser;
}

export interface Credentials extends CredentialsBody {
  otp?: string;
}
