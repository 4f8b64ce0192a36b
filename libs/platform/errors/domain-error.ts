/** How an error answers, without a word of HTTP: the problem filter alone knows the statuses. */
export type ErrorKind =
  | 'invalid'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'stale'
  | 'unauthenticated'
  | 'too_many'
  | 'too_large'
  | 'unsupported';

export interface FieldError {
  /** The wire's name of the field; nested ones with dots. */
  field: string;
  /** Stable and machine-readable. */
  code: string;
  message: string;
}

export interface DomainErrorDetails {
  errors?: FieldError[];
  /** More members of the problem body, such as `current` of a stale write. */
  extra?: Record<string, unknown>;
  retryAfterSeconds?: number;
}

/** What an action throws when the answer is no. `code` is stable; the message is for people. */
export class DomainError extends Error {
  readonly isDomainError = true as const;

  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    message: string,
    readonly details: DomainErrorDetails = {},
  ) {
    super(message);
    this.name = 'DomainError';
  }
}

/** A field that breaks a rule only the domain knows. */
export function invalidField(field: string, code: string, message: string): DomainError {
  return new DomainError('invalid', 'invalid', 'Some fields are not valid', {
    errors: [{ field, code, message }],
  });
}

export function notFound(what: string): DomainError {
  return new DomainError('not_found', 'not_found', `No such ${what}`);
}

export function forbidden(message: string, field?: string): DomainError {
  const errors = field === undefined ? undefined : [{ field, code: 'forbidden', message }];
  return new DomainError('forbidden', 'forbidden', message, errors === undefined ? {} : { errors });
}

export function conflict(code: string, message: string, extra?: Record<string, unknown>): DomainError {
  return new DomainError('conflict', code, message, extra === undefined ? {} : { extra });
}
