import { type StreamableFile } from '@nestjs/common';

import { toIso } from '@desk/platform/database';
import { AnyOf, csvFile, Instant, Int, OneOf, PageQuery, Part, Text, Uuid } from '@desk/platform/http';

import { type AvatarOf } from '../actions/avatars';
import { LoginAuditEntry } from '../actions/login-audit-queries';
import { LOGIN_STATUSES, type LoginStatus } from '../model/login-audit-log';
import { LOGIN_AUDIT_SORTS, LoginAuditFilters, LoginAuditSort } from '../store/login-audit-list';
import { PersonBriefView, toPersonBrief } from '../actions/person-brief.view';
import { toStretchOfTime } from './stretch-of-time';
import { type Ordering, orderings } from './user-queries.dto';

export class LoginAuditQuery extends PageQuery {
  @AnyOf(LOGIN_STATUSES)
  status?: LoginStatus[];

  @Uuid({ optional: true })
  user?: string;

  @Text({ optional: true, max: 254, description: 'Part of the address that was tried.' })
  email?: string;

  @Text({ optional: true, max: 45, description: 'The beginning of the IP.' })
  ip?: string;

  @Text({ optional: true, max: 254, min: 0, description: 'Part of an address, or the beginning of an IP.' })
  search?: string;

  @Instant({ optional: true, description: 'A date or an instant.' })
  date_from?: string;

  @Instant({ optional: true, description: 'A date, which is included, or an instant.' })
  date_to?: string;

  @OneOf(orderings(Object.keys(LOGIN_AUDIT_SORTS) as LoginAuditSort[]), { optional: true })
  ordering?: Ordering<LoginAuditSort>;

  @OneOf(['csv'], { optional: true, description: 'All that the filters leave, on no page, as `text/csv`.' })
  export?: 'csv';
}

export function toLoginAuditFilters(query: LoginAuditQuery): LoginAuditFilters {
  const { status, user, email, ip, search } = query;
  return { status, user, email, ip, search, ...toStretchOfTime(query) };
}

export class LoginAuditView {
  @Int()
  id!: number;

  @Part(() => PersonBriefView, { nullable: true })
  user!: PersonBriefView | null;

  @Text({ max: 254 })
  email_attempted!: string;

  @OneOf(LOGIN_STATUSES)
  status!: LoginStatus;

  @Text({ max: 45, min: 0 })
  ip_address!: string;

  @Text({ max: 500, min: 0 })
  user_agent!: string;

  @Instant()
  timestamp!: string;
}

export function toLoginAuditView(
  { user, timestamp, ...entry }: LoginAuditEntry,
  avatarOf: AvatarOf,
): LoginAuditView {
  const { id, email_attempted, status, ip_address, user_agent } = entry;
  return {
    id,
    user: user === null ? null : toPersonBrief(user, avatarOf),
    email_attempted,
    status,
    ip_address,
    user_agent,
    timestamp: toIso(timestamp),
  };
}

/** Named as the view's fields. */
const FILE_COLUMNS = [
  'id',
  'timestamp',
  'status',
  'email_attempted',
  'user_id',
  'user_name',
  'ip_address',
  'user_agent',
] as const;

export function toLoginAuditFile(parts: AsyncIterable<LoginAuditEntry[]>): StreamableFile {
  return csvFile('sign-ins', FILE_COLUMNS, toRecords(parts));
}

async function* toRecords(parts: AsyncIterable<LoginAuditEntry[]>) {
  for await (const entries of parts) {
    yield entries.map(({ id, timestamp, status, email_attempted, user, ip_address, user_agent }) => [
      id,
      toIso(timestamp),
      status,
      email_attempted,
      user?.id ?? null,
      user?.full_name ?? null,
      ip_address,
      user_agent,
    ]);
  }
}
