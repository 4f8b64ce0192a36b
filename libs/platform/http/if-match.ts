import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import { DomainError } from '@desk/platform/errors';

/** The version that `If-Match: "<version>"` names, or null without the header. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number | null =>
  parseIfMatch(context.switchToHttp().getRequest<FastifyRequest>().headers['if-match']),
);

export function parseIfMatch(header: string | undefined): number | null {
  if (header === undefined || header.trim() === '*') return null;
  const match = /^(?:W\/)?"(\d{1,10})"$/.exec(header.trim());
  if (match === null) {
    throw new DomainError(
      'invalid',
      'malformed_if_match',
      'If-Match must be a version in quotes, as ETag gave it',
    );
  }
  return Number(match[1]);
}

export function etagOf(version: number): string {
  return `"${version}"`;
}
