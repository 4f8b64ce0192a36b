import { toIso } from '@desk/platform/database';
import { AnyOf, Instant, Int, OneOf, PageQuery, Part, Text, Uuid } from '@desk/platform/http';

import { LoginAuditEntry } from '../actions/login-audit-queries';
import { LOGIN_STATUSES, type LoginStatus } from '../model/login-audit-log';
import { LOGIN_AUDIT_SORTS, LoginAuditFilters, LoginAuditSort } from '../store/login-audit-list';
import { PersonBriefView, toPersonBrief } from '../actions/person-brief.view';
import { type Ordering, orderings } from './user-queries.dto';

const DAY_MS = 24 * 60 * 60_000;

export class LoginAuditQuery extends PageQuery {
  @AnyOf(LOGIN_STATUSES)
  status?: LoginStatus[];

  @Uuid({ optional: true })
  user?: string;

  @Text({ optional: true, max: 254, min: 0, description: 'Part of an address, or the beginning of an IP.' })
  search?: string;

  @Instant({ optional: true, description: 'A date or an instant.' })
  date_from?: string;

  @Instant({ optional: true, description: 'A date, which is included, or an instant.' })
  date_to?: string;

  @OneOf(orderings(Object.keys(LOGIN_AUDIT_SORTS) as LoginAuditSort[]), { optional: true })
  ordering?: Ordering<LoginAuditSort>;
}

export function toLoginAuditFilters(query: LoginAuditQuery): LoginAuditFilters {
  const { status, user, search, date_from, date_to } = query;
  return {
    status,
    user,
    search,
    from: date_from === undefined ? undefined : new Date(date_from),
    until: date_to === undefined ? undefined : endOf(date_to),
  };
}

function endOf(text: string): Date {
  const instant = new Date(text);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(instant.getTime() + DAY_MS) : instant;
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

export function toLoginAuditView({ user, timestamp, ...entry }: LoginAuditEntry): LoginAuditView {
  const { id, email_attempted, status, ip_address, user_agent } = entry;
  return {
    id,
    user: user === null ? null : toPersonBrief(user),
    email_attempted,
    status,
    ip_address,
    user_agent,
    timestamp: toIso(timestamp),
  };
}
