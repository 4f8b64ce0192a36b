import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

import { DomainError, ErrorKind, FieldError } from '@desk/platform/errors';

export class ProblemField {
  @ApiProperty({ description: 'As the request names it; nested ones with dots.' })
  field!: string;

  @ApiProperty({ description: 'Stable and machine-readable.', example: 'too_long' })
  code!: string;

  @ApiProperty({ description: 'For people.' })
  message!: string;
}

/** The one body of every error: RFC 9457. */
export class Problem {
  @ApiProperty({ description: '`about:blank#` and the code.' })
  type!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty({ type: 'integer' })
  status!: number;

  @ApiProperty({ description: 'Stable and machine-readable.', example: 'not_found' })
  code!: string;

  @ApiProperty()
  detail!: string;

  @ApiProperty()
  instance!: string;

  @ApiProperty()
  request_id!: string;

  @ApiPropertyOptional({ type: [ProblemField] })
  errors?: FieldError[];
}

export const STATUS_OF_KIND: Record<ErrorKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  stale: 412,
  too_many: 429,
  too_large: 413,
  unsupported: 415,
};

export const TITLES: Record<number, string> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  412: 'Changed meanwhile',
  413: 'Too large',
  415: 'Unsupported media type',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Not available now',
};

/** What is said of an error before the address and the request id are added. */
export interface ProblemParts {
  status: number;
  code: string;
  detail: string;
  errors?: FieldError[];
  extra?: Record<string, unknown>;
  retryAfterSeconds?: number;
}

export function partsOfDomainError(error: DomainError): ProblemParts {
  return { status: STATUS_OF_KIND[error.kind], code: error.code, detail: error.message, ...error.details };
}
