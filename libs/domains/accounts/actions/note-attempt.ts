import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { networkOf, plainIp } from '@desk/platform/security';

import { emailKey } from '../model/folding';
import { LoginStatus } from '../model/login-audit-log';
import { LoginAudits } from '../store/login-audits';
import { Caller, userAgentOf } from './caller';

const EMAIL_MAX = 254;
/** After the key of an address that nobody guessed at: no address holds a space, so no sign-in is held by it. */
const NO_GUESS = ' -';

/** Whose sign-in it was: the address as it was given, and the person it belongs to, if anybody's. */
export interface Attempt {
  email: string;
  userId: string | null;
  /** What a provider said of an address guesses at no password, and must not hold its owner's sign-in. */
  isNoGuess?: boolean;
}

/** A line in the login audit, within the unit of work of its caller. */
@Injectable()
export class NoteAttempt {
  constructor(
    private readonly clock: Clock,
    private readonly audits: LoginAudits,
  ) {}

  run(caller: Caller, status: LoginStatus, { email, userId, isNoGuess = false }: Attempt): Promise<void> {
    return this.audits.add({
      user_id: userId,
      email_attempted: email,
      email_key: isNoGuess
        ? emailKey(email).slice(0, EMAIL_MAX - NO_GUESS.length) + NO_GUESS
        : emailKey(email),
      status,
      ip_address: plainIp(caller.ip),
      network: networkOf(caller.ip),
      user_agent: userAgentOf(caller),
      timestamp: this.clock.now(),
    });
  }
}
