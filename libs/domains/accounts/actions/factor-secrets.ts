import { createCipheriv, createDecipheriv, createHmac, randomBytes, randomInt } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { generateSecret, generateURI, verifySync } from 'otplib';
import { renderSVG } from 'uqr';

import { Clock } from '@desk/platform/clock';
import { Config } from '@desk/platform/config';

import { RECOVERY_CODES } from '../model/recovery-code';
import { SecondFactor, STEP_SECONDS } from '../model/second-factor';

const IV_BYTES = 12;
const TAG_BYTES = 16;
/** Letters that nobody takes for others when they type a code from paper. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const CODE_LETTERS = 12;
/** In modules: what a reader of such pictures asks for around them, on a dark page above all. */
const QUIET_ZONE = 4;

/** What an authenticator app is given. */
export interface Provision {
  secret: string;
  otpauthUrl: string;
  /** The same as a picture, a `data:` address. */
  qr: string;
}

/** The secrets of second factors: made, kept under keys of the workspace, and compared. */
@Injectable()
export class FactorSecrets {
  private readonly key: Buffer;
  private readonly codeKey: Buffer;

  constructor(
    config: Config,
    private readonly clock: Clock,
  ) {
    this.key = config.keyFor('second factors');
    this.codeKey = config.keyFor('recovery codes');
  }

  newSecret(): string {
    return generateSecret();
  }

  provision(secret: string, email: string): Provision {
    const otpauthUrl = generateURI({ issuer: 'JeyaRamaDesk', label: email, secret });
    const qr = `data:image/svg+xml;base64,${Buffer.from(renderSVG(otpauthUrl, { border: QUIET_ZONE })).toString('base64')}`;
    return { secret, otpauthUrl, qr };
  }

  /** Bound to its person: moved to another row it opens nothing. */
  seal(secret: string, userId: string): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.key, iv).setAAD(Buffer.from(userId));
    const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /**
   * The step whose code this is, one before or after now included; null when it is none, or not later than the last that
   * was taken.
   */
  stepOf(otp: string, factor: SecondFactor): number | null {
    const secret = this.open(factor);
    if (secret === null || !/^\d{6}$/.test(otp)) return null;
    const epoch = Math.floor(this.clock.now().getTime() / 1000);
    const found = verifySync({ secret, token: otp, epoch, epochTolerance: STEP_SECONDS });
    if (!found.valid || !('timeStep' in found)) return null;
    return found.timeStep > factor.last_step ? found.timeStep : null;
  }

  newCodes(): string[] {
    return Array.from({ length: RECOVERY_CODES }, () => {
      const letters = Array.from({ length: CODE_LETTERS }, () => LETTERS[randomInt(LETTERS.length)]).join('');
      return letters.replace(/(.{4})(?=.)/g, '$1-');
    });
  }

  codeHash(code: string): string {
    const plain = code.toLowerCase().replace(/[^a-z0-9]/g, '');
    return createHmac('sha256', this.codeKey).update(plain).digest('hex');
  }

  /** Null when the workspace has got another secret since: the person is helped by a superadmin then. */
  private open({ secret, user_id }: SecondFactor): string | null {
    const bytes = Buffer.from(secret, 'base64url');
    const iv = bytes.subarray(0, IV_BYTES);
    const tag = bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES);
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.key, iv, { authTagLength: TAG_BYTES });
      decipher.setAAD(Buffer.from(user_id)).setAuthTag(tag);
      const opened = [decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()];
      return Buffer.concat(opened).toString('utf8');
    } catch {
      return null;
    }
  }
}
