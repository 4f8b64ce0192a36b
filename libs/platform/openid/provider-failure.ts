/** `unreachable`: it may go well later. `refused`: what came back proves nothing. `cancelled`: the person said no there. */
export type ProviderFailureCode = 'unreachable' | 'refused' | 'cancelled';

/** A provider that did not say who somebody is. The message holds nothing that a log must not have. */
export class ProviderFailure extends Error {
  constructor(
    readonly code: ProviderFailureCode,
    message: string,
  ) {
    super(message);
    this.name = 'ProviderFailure';
  }

  /** What `openid-client` threw, by its marks: errors of a fetch may come from another realm. */
  static from(thrown: unknown): ProviderFailure {
    if (thrown instanceof ProviderFailure) return thrown;
    const { name = '', code = '', error = '', message = '', cause } = thrown as Thrown;
    const because = (cause as Thrown | undefined)?.code ?? '';
    const words = [name, code, error, because].filter((word) => word !== '').join(' ') || message;
    if (error === 'access_denied') return new ProviderFailure('cancelled', words);
    return new ProviderFailure(isOutage(thrown as Thrown) ? 'unreachable' : 'refused', words);
  }
}

interface Thrown {
  name?: string;
  code?: string;
  error?: string;
  message?: string;
  cause?: unknown;
  status?: number;
}

const OUTAGES = ['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM'];

function isOutage({ name, code, error }: Thrown): boolean {
  if (error === 'temporarily_unavailable' || error === 'server_error') return true;
  return (name === 'TypeError' && code === undefined) || (code !== undefined && OUTAGES.includes(code));
}
