import { conflict, DomainError, invalidField } from '@desk/platform/errors';

/** One answer for a wrong password, an unknown address and an inactive account. */
export function invalidCredentials(): DomainError {
  return new DomainError(
    'unauthenticated',
    'invalid_credentials',
    'The email address or the password is not right',
  );
}

export function held(retryAfterSeconds: number): DomainError {
  return new DomainError('too_many', 'held', 'Too many failed sign-ins for this address; try again later', {
    retryAfterSeconds,
  });
}

/** Only after the right password. */
export function otpRequired(): DomainError {
  return new DomainError('unauthenticated', 'otp_required', 'Type the code of your authenticator app too');
}

export function otpRefused(): DomainError {
  return new DomainError('unauthenticated', 'otp_wrong', 'This code is not right, or was used already');
}

/** As `otpRequired`, to somebody who is signed in. */
export function otpMissing(): DomainError {
  return invalidField('otp', 'otp_required', 'Type the code of your authenticator app');
}

export function wrongOtp(): DomainError {
  return invalidField('otp', 'otp_wrong', 'This code is not right, or was used already');
}

export function factorActive(): DomainError {
  return conflict('factor_active', 'There is a second factor already; remove it first');
}

export function noFactor(): DomainError {
  return conflict('no_factor', 'There is no second factor; begin one first');
}

/** For who has neither a password nor a second factor. */
export function signInAgain(): DomainError {
  return conflict(
    'sign_in_again',
    'Sign out, and in again the way you do; where that is not enough, choose a password by “Forgot password”',
  );
}

/** One answer for whatever is wrong with a refresh token: expired, used, revoked, forged. */
export function sessionEnded(): DomainError {
  return new DomainError('unauthenticated', 'session_ended', 'This session has ended; sign in again');
}

export function crossOrigin(): DomainError {
  return new DomainError(
    'forbidden',
    'cross_origin',
    'Sessions are managed from the pages of this desk only',
  );
}

export function emailTaken(): DomainError {
  const message = 'There is an account with this email address already';
  return new DomainError('conflict', 'email_taken', message, {
    errors: [{ field: 'email', code: 'taken', message }],
  });
}

/** One answer for a link that is forged, used, expired, of another purpose or of somebody who has left. */
export function deadLink(): DomainError {
  return invalidField('token', 'dead_link', 'This link has been used or has expired; ask for a new one');
}

export function tooManyMails(): DomainError {
  return new DomainError(
    'too_many',
    'too_many_mails',
    'There were several such mails already; look for them',
    {
      retryAfterSeconds: 60 * 60,
    },
  );
}

export function invitationOpen(): DomainError {
  return conflict('invitation_open', 'This person is invited, and becomes active by accepting');
}

export function oneself(): DomainError {
  return conflict('oneself', 'Nobody can deactivate their own account');
}

export function lastSuperadmin(): DomainError {
  return conflict('last_superadmin', 'The last superadmin has to stay one, and active');
}

export function tooManyApiTokens(): DomainError {
  return conflict('too_many_tokens', 'Nobody needs more than 50 API tokens; revoke one first');
}

export function lastWayIn(): DomainError {
  return conflict('last_way_in', 'This is your only way to sign in; set a password first');
}

export function setUpClosed(): DomainError {
  return conflict('set_up_closed', 'This desk has a superadmin already');
}
