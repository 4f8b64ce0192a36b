import { HttpContextToken } from '@angular/common/http';

/** A request that must not carry the access token nor be repeated after a renewal: sign-in, renewal and sign-out themselves. */
export const WITHOUT_SESSION = new HttpContextToken<boolean>(() => false);
