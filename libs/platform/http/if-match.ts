import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import { DomainError } from '@desk/platform/errors';

/** One entity tag of RFC 9110, weak or strong. */
const TAG = /^(W\/)?"([\x21\x23-\x7e\x80-\xff]*)"$/;

/** The versions of which `If-Match` wants one to be the present one; null where any will do. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number[] | null =>
  parseIfMatch(context.switchToHttp().getRequest<FastifyRequest>().headers['if-match']),
);

/**
 * As RFC 9110 compares: strongly, so a weak tag names no version, and neither does one that is not from here. Without
 * the header, or with `*`, whatever is there matches.
 */
export function parseIfMatch(header: string | undefined): number[] | null {
  if (header === undefined || header.trim() === '*') return null;
  const tags = tagsOf(header);
  return tags.filter((tag) => /^"\d{1,10}"$/.test(tag)).map((tag) => Number(tag.slice(1, -1)));
}

/** A comma may stand inside a tag, and a list may have empty places. */
function tagsOf(header: string): string[] {
  const tags = (header.match(/(?:[^,"]|"[^"]*")+/g) ?? [])
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
  if (tags.length > 0 && tags.every((tag) => TAG.test(tag)) && isPaired(header)) return tags;
  throw new DomainError(
    'invalid',
    'malformed_if_match',
    'If-Match must be *, or versions in quotes as ETag gave them',
  );
}

/** A quote without its fellow would be passed over unseen. */
function isPaired(header: string): boolean {
  return header.split('"').length % 2 === 1;
}

export function etagOf(version: number): string {
  return `"${version}"`;
}
