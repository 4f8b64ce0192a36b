import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';

/** argon2id (2 in the library's numbering) with the memory and passes that OWASP asks for. */
const OPTIONS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** Hashing shares libuv's four threads with file and DNS work: two stay free for those. */
const AT_ONCE = 2;

/** A hash that no password has, of the same cost: what is verified when there is nothing to verify. */
const DUMMY =
  '$argon2id$v=19$m=19456,t=2,p=1$5Nn9NfJ0IWmMHcP0uxTPWw$qO6bX6gX5q9Hq3mSK8l0o1V0Wm1w7uU0y7V2a0fJ3dE';

/** Slow on purpose: call it outside units of work. */
@Injectable()
export class PasswordHasher {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(typed(password), OPTIONS));
  }

  /** Exactly one verification of equal cost whether there is a hash or not. */
  matches(password: string, passwordHash: string | null): Promise<boolean> {
    return this.inTurn(async () => {
      const right = await verify(passwordHash ?? DUMMY, typed(password));
      return right && passwordHash !== null;
    });
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= AT_ONCE) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.running++;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      // The place is handed on, not given back: nobody can slip in between.
      if (next === undefined) this.running--;
      else next();
    }
  }
}

/** The same letters typed on two keyboards are the same password. */
function typed(password: string): string {
  return password.normalize('NFKC');
}
