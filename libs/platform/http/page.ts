import { applyDecorators, Type } from '@nestjs/common';
import {
  ApiExtraModels,
  ApiOkResponse,
  ApiProperty,
  ApiPropertyOptional,
  getSchemaPath,
} from '@nestjs/swagger';

import { IntParam, Text } from './fields';

export const PAGE_SIZE = 25;
export const MAX_PAGE_SIZE = 100;
/** `count` is exact up to here; past it the answer says `count_capped`. */
export const COUNT_CAP = 10_000;

/** The query every list takes. A list's own query class adds its filters and its `ordering`. */
export class PageQuery {
  @IntParam({ min: 1, max: 1_000_000, description: 'From 1.' })
  page?: number;

  @IntParam({ min: 1, max: MAX_PAGE_SIZE })
  page_size?: number;

  @Text({
    optional: true,
    min: 0,
    max: 500,
    description: 'Empty begins a walk; then the value out of `next`.',
  })
  cursor?: string;
}

/** What a store answers a page query with; `toPage` makes the wire's form of it. */
export interface Slice<T> {
  rows: T[];
  count: number;
  countCapped: boolean;
  /** Position after the last row, when the walk is by cursor and goes on. */
  nextCursor: string | null;
}

export class PageMeta {
  @ApiProperty({ type: 'integer' })
  count!: number;

  @ApiPropertyOptional({ type: Boolean, description: 'True when there are more than `count`.' })
  count_capped?: boolean;

  @ApiProperty({ type: String, nullable: true })
  next!: string | null;

  @ApiProperty({ type: String, nullable: true })
  previous!: string | null;
}

export interface Page<T> extends PageMeta {
  results: T[];
}

/** @param path address of the list with its query, as the client asked for it. */
export function toPage<R, T>(slice: Slice<R>, query: PageQuery, path: string, toDto: (row: R) => T): Page<T> {
  const page = query.page ?? 1;
  const size = query.page_size ?? PAGE_SIZE;
  const byCursor = query.cursor !== undefined;
  const more = byCursor
    ? slice.nextCursor !== null
    : page * size < slice.count || (slice.countCapped && slice.rows.length === size);
  return {
    count: slice.count,
    ...(slice.countCapped ? { count_capped: true } : {}),
    next: more
      ? withQuery(path, byCursor ? { cursor: slice.nextCursor ?? '' } : { page: String(page + 1) })
      : null,
    previous: byCursor || page === 1 ? null : withQuery(path, { page: String(page - 1) }),
    results: slice.rows.map(toDto),
  };
}

/** A list that is short by its nature, whole. */
export function toOnePage<R, T>(rows: readonly R[], toDto: (row: R) => T): Page<T> {
  return { count: rows.length, next: null, previous: null, results: rows.map(toDto) };
}

function withQuery(path: string, changes: Record<string, string>): string {
  const url = new URL(path, 'http://host.invalid');
  for (const [name, value] of Object.entries(changes)) url.searchParams.set(name, value);
  return url.pathname + url.search;
}

/** Documents a 200 that is a page of `type`. */
export function ApiPage<T>(type: Type<T>): MethodDecorator {
  return applyDecorators(
    ApiExtraModels(PageMeta, type),
    ApiOkResponse({
      schema: {
        title: `PageOf${type.name}`,
        allOf: [
          { $ref: getSchemaPath(PageMeta) },
          {
            type: 'object',
            required: ['results'],
            properties: { results: { type: 'array', items: { $ref: getSchemaPath(type) } } },
          },
        ],
      },
    }),
  );
}
