/** Of an ID token or a userinfo answer; everything but the first two is as the provider likes. */
export interface Claims {
  iss: string;
  sub: string;
  auth_time?: unknown;
  email?: unknown;
  email_verified?: unknown;
  given_name?: unknown;
  family_name?: unknown;
  name?: unknown;
}

/** Whom a provider says it has before it. `issuer` and `subject` are who it is, whatever else changes. */
export interface ProvenIdentity {
  issuer: string;
  subject: string;
  email: string | null;
  emailVerified: boolean;
  firstName: string;
  lastName: string;
  /** When they last proved it to the provider; null where it does not say. */
  provenAt: Date | null;
}

const EMAIL_MAX = 254;
const NAME_MAX = 150;

export function toIdentity(claims: Claims): ProvenIdentity {
  const email = typeof claims.email === 'string' ? claims.email.trim() : '';
  const whole = line(claims.name).split(' ');
  return {
    issuer: claims.iss,
    subject: claims.sub,
    email: isAddress(email) ? email : null,
    // Some say it in words.
    emailVerified: claims.email_verified === true || claims.email_verified === 'true',
    firstName: (line(claims.given_name) || (whole[0] ?? '')).slice(0, NAME_MAX),
    lastName: (line(claims.family_name) || whole.slice(1).join(' ')).slice(0, NAME_MAX),
    provenAt: typeof claims.auth_time === 'number' ? new Date(claims.auth_time * 1000) : null,
  };
}

/** As narrow as what people may type themselves: letters that are not seen make two people look like one. */
function isAddress(text: string): boolean {
  const isShort = text.length <= EMAIL_MAX && text.normalize('NFC').toLowerCase().length <= EMAIL_MAX;
  return isShort && /^[^\s@"]+@[^\s@"]+\.[^\s@"]+$/.test(text) && !/\p{C}/u.test(text);
}

/** One line that reads in its own direction; nobody has typed it here, so nobody is asked to mend it. */
function line(value: unknown): string {
  if (typeof value !== 'string') return '';
  return value
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .trim();
}
