import { Entity } from 'typeorm';

import { InstantColumn, IntColumn, TextColumn, UuidPrimaryColumn } from '@desk/platform/database';

export const STEP_SECONDS = 30;
const FREE_FAILURES = 5;
const FIRST_HOLD_MS = 30_000;
const LONGEST_HOLD_MS = 15 * 60_000;

/** The authenticator app of a person: codes of six digits that change every thirty seconds. */
@Entity('jrd_second_factors')
export class SecondFactor {
  @UuidPrimaryColumn()
  user_id!: string;

  /** Encrypted. */
  @TextColumn(255)
  secret!: string;

  @InstantColumn()
  created_at!: Date;

  /** Null until the first code was right: nothing is asked for before that. */
  @InstantColumn({ nullable: true })
  confirmed_at!: Date | null;

  /** The latest step whose code was taken; none is taken twice, nor an earlier one. */
  @IntColumn()
  last_step!: number;

  /** Wrong codes since the last right one. */
  @IntColumn()
  failures!: number;

  @InstantColumn({ nullable: true })
  failed_at!: Date | null;

  static begin(userId: string, secret: string, now: Date): SecondFactor {
    return Object.assign(new SecondFactor(), {
      user_id: userId,
      secret,
      created_at: now,
      confirmed_at: null,
      last_step: 0,
      failures: 0,
      failed_at: null,
    });
  }

  get isActive(): boolean {
    return this.confirmed_at !== null;
  }

  /** Whether it depends on where somebody sits how long they wait. */
  get isStrained(): boolean {
    return this.failures >= FREE_FAILURES;
  }

  /**
   * Until when no code is looked at; null when they are welcome. Whoever has got this far knows the password, and six
   * digits are few, so the owner's network is held too, but never for long: nobody elsewhere can lock them out.
   */
  heldUntil(now: Date, fromOwnNetwork: boolean): Date | null {
    if (this.failed_at === null || this.failures < FREE_FAILURES) return null;
    const longest = fromOwnNetwork ? FIRST_HOLD_MS : LONGEST_HOLD_MS;
    const hold = Math.min(FIRST_HOLD_MS * 2 ** (this.failures - FREE_FAILURES), longest);
    const until = new Date(this.failed_at.getTime() + hold);
    return until > now ? until : null;
  }

  succeed(step: number | null): void {
    if (step !== null) this.last_step = step;
    this.failures = 0;
    this.failed_at = null;
  }

  fail(now: Date): void {
    this.failures++;
    this.failed_at = now;
  }

  confirm(step: number, now: Date): void {
    this.confirmed_at = now;
    this.succeed(step);
  }
}
