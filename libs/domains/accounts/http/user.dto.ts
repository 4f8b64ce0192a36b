import { toIso } from '@desk/platform/database';
import { Bool, Instant, Int, Part, Text } from '@desk/platform/http';

import { type AvatarOf } from '../actions/avatars';
import { UserStats } from '../actions/user-queries';
import { briefFromRow } from '../model/person-brief';
import { UserRow } from '../store/user-list';
import { PersonBriefView, toPersonBrief } from '../actions/person-brief.view';

/** A person with everything that their profile page shows. */
export class UserView extends PersonBriefView {
  @Text({ max: 150, min: 0 })
  first_name!: string;

  @Text({ max: 150, min: 0 })
  last_name!: string;

  @Text({ max: 301 })
  full_name!: string;

  @Text({ max: 20, min: 0 })
  phone!: string;

  @Text({ max: 2000, min: 0 })
  address!: string;

  @Text({ max: 100, min: 0 })
  job_title!: string;

  @Bool({ description: 'Follows the role.' })
  is_staff!: boolean;

  @Bool({ description: 'A page of theirs is open now; up to a minute behind.' })
  is_online!: boolean;

  @Bool({ description: 'Whether mail to the address is known to reach its owner.' })
  is_email_verified!: boolean;

  @Bool({ description: 'Invited, and not active before the invitation is accepted.' })
  is_invited!: boolean;

  @Bool()
  is_profile_completed!: boolean;

  @Text({ max: 50 })
  timezone_pref!: string;

  @Bool()
  email_notifications!: boolean;

  @Bool()
  dark_mode!: boolean;

  @Bool({ description: 'Whether single keys are commands in the pages.' })
  keyboard_shortcuts!: boolean;

  @Instant()
  date_joined!: string;

  @Instant({ nullable: true })
  last_login!: string | null;

  @Instant()
  updated_at!: string;
}

export function toUserView(row: UserRow, avatarOf: AvatarOf): UserView {
  const brief = briefFromRow(row);
  return {
    ...toPersonBrief(brief, avatarOf),
    first_name: brief.first_name,
    last_name: brief.last_name,
    full_name: brief.full_name,
    phone: row.phone,
    address: row.address,
    job_title: row.job_title,
    is_staff: row.is_staff === 1,
    is_online: row.is_online === 1,
    is_email_verified: row.email_verified_at !== null,
    is_invited: row.invited_at !== null,
    is_profile_completed: row.is_profile_completed === 1,
    timezone_pref: row.timezone_pref,
    email_notifications: row.email_notifications === 1,
    dark_mode: row.dark_mode === 1,
    keyboard_shortcuts: row.keyboard_shortcuts === 1,
    date_joined: toIso(row.date_joined),
    last_login: toIso(row.last_login),
    updated_at: toIso(row.updated_at),
  };
}

export class UsersByRoleView {
  @Int()
  superadmin!: number;

  @Int()
  manager!: number;

  @Int()
  agent!: number;

  @Int()
  customer!: number;
}

export class UserStatsView implements UserStats {
  @Int()
  total!: number;

  @Int()
  active!: number;

  @Int()
  inactive!: number;

  @Int()
  staff!: number;

  @Int({ description: 'With a page open now.' })
  online!: number;

  @Part(() => UsersByRoleView)
  by_role!: UsersByRoleView;
}
