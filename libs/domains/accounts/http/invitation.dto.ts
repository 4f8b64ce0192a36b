import { type Role, ROLES } from '@desk/contracts';
import { toIso } from '@desk/platform/database';
import { Email, Instant, Line, OneOf, Secret, Text, Uuid } from '@desk/platform/http';

import { Invitation } from '../actions/invitation-queries';
import { fullName } from '../model/person-brief';
import { TokenBody } from './recovery.dto';
import { SECRET_MAX } from './user-bodies.dto';

export class InviteBody {
  @Email()
  email!: string;

  @Line({ max: 150 })
  first_name!: string;

  @Line({ max: 150 })
  last_name!: string;

  @OneOf(ROLES, { name: 'Role' })
  role!: Role;

  @Line({ optional: true, max: 100, min: 0 })
  department?: string;

  @Line({ optional: true, max: 100, min: 0 })
  job_title?: string;
}

export class AcceptInvitationBody extends TokenBody {
  @Secret({ max: SECRET_MAX, description: '10 to 128 characters, not a common one, not your name.' })
  password!: string;

  @Line({ optional: true, max: 150 })
  first_name?: string;

  @Line({ optional: true, max: 150 })
  last_name?: string;
}

/** What the page of a link may show to whoever has it. */
export class InvitedView {
  @Text({ max: 254 })
  email!: string;

  @Text({ max: 150, min: 0 })
  first_name!: string;

  @Text({ max: 150, min: 0 })
  last_name!: string;
}

export class InvitationView extends InvitedView {
  @Uuid({ description: 'Of the person who is invited.' })
  id!: string;

  @Text({ max: 301 })
  name!: string;

  @OneOf(ROLES, { name: 'Role' })
  role!: Role;

  @Text({ max: 100, min: 0 })
  department!: string;

  @Text({ max: 100, min: 0 })
  job_title!: string;

  @Instant({ description: 'When it was sent last.' })
  invited_at!: string;

  @Instant({ description: 'Until when its link works.' })
  expires_at!: string;
}

export function toInvitationView(invitation: Invitation): InvitationView {
  const { id, email, first_name, last_name, role, department, job_title, invited_at, expires_at } =
    invitation;
  return {
    id,
    email,
    first_name,
    last_name,
    name: fullName(first_name, last_name, email),
    role,
    department,
    job_title,
    invited_at: toIso(invited_at ?? invitation.date_joined),
    expires_at: expires_at.toISOString(),
  };
}
