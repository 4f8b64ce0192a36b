import { Bool, Email, Line, Part, Phone, Secret } from '@desk/platform/http';

import { OptionalProfileBody, SECRET_MAX } from './user-bodies.dto';
import { UserView } from './user.dto';

export class SetUpBody {
  @Email()
  email!: string;

  @Secret({ max: SECRET_MAX, description: '10 to 128 characters, not a common one, not your name.' })
  password!: string;

  @Line({ max: 150 })
  first_name!: string;

  @Line({ max: 150 })
  last_name!: string;
}

export class RegisterBody extends SetUpBody {
  @Phone({ optional: true })
  phone?: string;
}

export class ChangePasswordBody {
  @Secret({ max: SECRET_MAX })
  current_password!: string;

  @Secret({ max: SECRET_MAX, description: '10 to 128 characters, not a common one, not your name.' })
  new_password!: string;
}

export class CompleteProfileBody extends OptionalProfileBody {
  @Line({ max: 150 })
  first_name!: string;

  @Line({ max: 150 })
  last_name!: string;
}

export class SetUpStateView {
  @Bool({ description: 'True until there is a superadmin.' })
  open!: boolean;
}

export class NewAccountView {
  @Part(() => UserView)
  user!: UserView;
}
