import { Email, Secret, Text } from '@desk/platform/http';

import { SECRET_MAX } from './user-bodies.dto';

const TOKEN_MAX = 100;

/** The token of a mailed link. A secret: never trimmed, never shown. */
export class TokenBody {
  @Secret({ max: TOKEN_MAX, description: 'What the link of the mail ends with. Good once.' })
  token!: string;
}

export class AskPasswordResetBody {
  @Email()
  email!: string;
}

export class ChangeEmailBody {
  @Email({ description: 'The new address.' })
  email!: string;

  @Secret({ max: SECRET_MAX })
  current_password!: string;
}

export class NewEmailView {
  @Text({ max: 254 })
  email!: string;
}

export class ResetPasswordBody extends TokenBody {
  @Secret({ max: SECRET_MAX, description: '10 to 128 characters, not a common one, not your name.' })
  new_password!: string;
}
