/** Why a provider's word did not open an account. The pages have the words for each. */
export const SIGN_IN_PROBLEMS = [
  'provider_unreachable',
  'provider_refused',
  'provider_cancelled',
  'flow_expired',
  'address_missing',
  'address_unverified',
  'staff_must_link',
  'otp_required',
  'account_inactive',
  'other_identity',
  'identity_taken',
  'address_unproven',
  'session_ended',
] as const;
export type SignInProblem = (typeof SIGN_IN_PROBLEMS)[number];
