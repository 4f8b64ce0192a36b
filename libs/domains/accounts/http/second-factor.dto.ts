import { STAFF_ROLES, type StaffRole } from '@desk/contracts';
import { Bool, Choices, Instant, Int, Secret, Text, Words } from '@desk/platform/http';

import { Provision } from '../actions/factor-secrets';
import { SecondFactorState } from '../actions/second-factor-queries';
import { SECRET_MAX } from './user-bodies.dto';

const OTP = 'The six digits of the authenticator app, or a recovery code.';

export class OtpBody {
  @Secret({ max: 32, description: 'The six digits that the authenticator app shows.', example: '123456' })
  otp!: string;
}

export class ProofBody {
  @Secret({ optional: true, max: SECRET_MAX, description: 'Left out by who has none.' })
  password?: string;

  @Secret({ optional: true, max: 32, description: OTP })
  otp?: string;
}

export class SecondFactorView {
  @Bool()
  enabled!: boolean;

  @Instant({ nullable: true })
  confirmed_at!: string | null;

  @Bool({ description: 'Your role must have one.' })
  required!: boolean;

  @Int({ description: 'Recovery codes that are not used.' })
  recovery_codes_left!: number;
}

export function toSecondFactorView(state: SecondFactorState): SecondFactorView {
  const { enabled, confirmedAt, required, recoveryCodesLeft } = state;
  return {
    enabled,
    confirmed_at: confirmedAt?.toISOString() ?? null,
    required,
    recovery_codes_left: recoveryCodesLeft,
  };
}

export class ProvisionView {
  @Text({ max: 64, description: 'To be typed where the picture cannot be scanned.' })
  secret!: string;

  @Text({ max: 500 })
  otpauth_url!: string;

  @Text({ max: 100_000, description: 'The picture to be scanned: a `data:` address of an SVG.' })
  qr!: string;
}

export function toProvisionView({ secret, otpauthUrl, qr }: Provision): ProvisionView {
  return { secret, otpauth_url: otpauthUrl, qr };
}

export class RecoveryCodesView {
  @Words({ description: 'Shown this once; each is good for one sign-in.' })
  recovery_codes!: string[];
}

export class FactorPolicyBody {
  @Choices(STAFF_ROLES, { name: 'StaffRole', min: 0, description: 'Who must have a second factor.' })
  roles!: StaffRole[];
}
