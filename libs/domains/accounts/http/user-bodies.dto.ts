import { type Role, ROLES } from '@desk/contracts';
import { Bool, Email, Line, OneOf, Phone, Secret, Text } from '@desk/platform/http';

/** Beyond the longest password of any alphabet; the rule itself is the domain's and says more than a length. */
export const SECRET_MAX = 512;

export class OptionalProfileBody {
  @Phone({ optional: true })
  phone?: string;

  @Text({ optional: true, max: 2000, min: 0 })
  address?: string;

  @Line({ optional: true, max: 100, min: 0 })
  department?: string;

  @Line({ optional: true, max: 100, min: 0 })
  job_title?: string;

  @Text({ optional: true, max: 50, example: 'Asia/Kolkata' })
  timezone_pref?: string;
}

class OptionalUserBody extends OptionalProfileBody {
  @Bool({ optional: true })
  email_notifications?: boolean;

  @Bool({ optional: true })
  dark_mode?: boolean;

  @Bool({ optional: true, description: 'Whether single keys are commands in the pages.' })
  keyboard_shortcuts?: boolean;

  @OneOf(ROLES, { optional: true, name: 'Role', description: 'Changed by superadmins.' })
  role?: Role;

  @Bool({ optional: true, description: 'Changed by managers.' })
  is_active?: boolean;
}

export class UpdateUserBody extends OptionalUserBody {
  @Email({
    optional: true,
    description: 'Of others, changed by managers; your own by accounts/email/change/.',
  })
  email?: string;

  @Line({ optional: true, max: 150 })
  first_name?: string;

  @Line({ optional: true, max: 150 })
  last_name?: string;
}

export class ReplaceUserBody extends OptionalUserBody {
  @Email({ description: 'Of others, changed by managers; your own is sent as it is.' })
  email!: string;

  @Line({ max: 150 })
  first_name!: string;

  @Line({ max: 150 })
  last_name!: string;
}

export class CreateUserBody extends OptionalProfileBody {
  @Email()
  email!: string;

  @Secret({ max: SECRET_MAX })
  password!: string;

  @Line({ max: 150 })
  first_name!: string;

  @Line({ max: 150 })
  last_name!: string;

  @OneOf(ROLES, { name: 'Role' })
  role!: Role;
}
