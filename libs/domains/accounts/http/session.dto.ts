import { Email, Part, Secret, Text } from '@desk/platform/http';

import { SECRET_MAX } from './user-bodies.dto';
import { UserView } from './user.dto';

export class CredentialsBody {
  @Email()
  email!: string;

  @Secret({ max: SECRET_MAX })
  password!: string;

  @Secret({
    optional: true,
    max: 32,
    description: 'For who has a second factor: the six digits of their app, or a recovery code.',
  })
  otp?: string;
}

export class RefreshBody {
  @Secret({ max: 4096 })
  refresh!: string;
}

export class TokenPairView {
  @Text({ max: 4096 })
  access!: string;

  @Text({ max: 4096 })
  refresh!: string;
}

/** The refresh token is in the cookie and nowhere else. */
export class SessionView {
  @Text({ max: 4096 })
  access!: string;

  @Part(() => UserView)
  user!: UserView;
}
