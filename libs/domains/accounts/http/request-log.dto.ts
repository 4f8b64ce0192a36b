import { toIso } from '@desk/platform/database';
import { invalidField } from '@desk/platform/errors';
import {
  AnyOf,
  Instant,
  Int,
  OneOf,
  PageQuery,
  Part,
  REQUEST_LOG_SORTS,
  type RequestLogFilters,
  type RequestLogSort,
  Text,
  Uuid,
} from '@desk/platform/http';

import { type AvatarOf } from '../actions/avatars';
import { PersonBriefView, toPersonBrief } from '../actions/person-brief.view';
import { type RequestLogLine } from '../actions/request-log-queries';
import { toStretchOfTime } from './stretch-of-time';
import { type Ordering, orderings } from './user-queries.dto';

const METHODS = ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

export class RequestLogQuery extends PageQuery {
  @Uuid({ optional: true })
  person?: string;

  @AnyOf(METHODS)
  method?: (typeof METHODS)[number][];

  @Text({ optional: true, max: 3, description: 'A status, or a class of them: `403`, `4xx`.' })
  status?: string;

  @Text({ optional: true, max: 500, description: 'The beginning of the path.' })
  path?: string;

  @Text({ optional: true, max: 45, description: 'The beginning of the address.' })
  ip?: string;

  @Text({
    optional: true,
    max: 200,
    min: 0,
    description: 'Part of the path, the beginning of the address, or the id of the request.',
  })
  search?: string;

  @Instant({ optional: true, description: 'A date or an instant.' })
  date_from?: string;

  @Instant({ optional: true, description: 'A date, which is included, or an instant.' })
  date_to?: string;

  @OneOf(orderings(Object.keys(REQUEST_LOG_SORTS) as RequestLogSort[]), { optional: true })
  ordering?: Ordering<RequestLogSort>;
}

export function toRequestLogFilters(query: RequestLogQuery): RequestLogFilters {
  const { person, method, status, path, ip, search } = query;
  return { person, method, status: toStatuses(status), path, ip, search, ...toStretchOfTime(query) };
}

function toStatuses(text: string | undefined): RequestLogFilters['status'] {
  if (text === undefined) return undefined;
  if (/^[1-5]\d\d$/.test(text)) return { least: Number(text), most: Number(text) };
  if (!/^[1-5]xx$/.test(text)) throw invalidField('status', 'not_allowed', 'status must be like 403 or 4xx');
  const least = Number(text[0]) * 100;
  return { least, most: least + 99 };
}

export class RequestLogView {
  @Int()
  id!: number;

  @Part(() => PersonBriefView, { nullable: true, description: 'Null where nobody was signed in.' })
  person!: PersonBriefView | null;

  @Text({ max: 20 })
  method!: string;

  @Text({ max: 500, description: 'Without its query; one-time tokens are cut.' })
  path!: string;

  @Int({ description: 'Of the answer; 499 where the client left before it had asked.' })
  status!: number;

  @Text({ max: 45, min: 0 })
  ip_address!: string;

  @Text({ max: 36, description: 'As `X-Request-Id` and the structured log have it.' })
  request_id!: string;

  @Int()
  duration_ms!: number;

  @Instant()
  timestamp!: string;
}

export function toRequestLogView(line: RequestLogLine, avatarOf: AvatarOf): RequestLogView {
  const { id, person, method, path, status, ip_address, request_id, duration_ms, timestamp } = line;
  return {
    id,
    person: person === null ? null : toPersonBrief(person, avatarOf),
    method,
    path,
    status,
    ip_address,
    request_id,
    duration_ms,
    timestamp: toIso(timestamp),
  };
}
