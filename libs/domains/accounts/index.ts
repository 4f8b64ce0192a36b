import { type Schema } from '@desk/platform/database';

import { ApiToken } from './model/api-token';
import { FactorRole } from './model/factor-role';
import { Identity } from './model/identity';
import { LoginAuditLog } from './model/login-audit-log';
import { OneTimeLink } from './model/one-time-link';
import { RecoveryCode } from './model/recovery-code';
import { SecondFactor } from './model/second-factor';
import { Online } from './model/online';
import { Session } from './model/session';
import { SetUp } from './model/set-up';
import { User } from './model/user';
import { Accounts1700000001000 } from './store/migrations/accounts-1700000001000';
import { Invitations1795869376982 } from './store/migrations/invitations-1795869376982';
import { SecondFactors1795865651470 } from './store/migrations/second-factors-1795865651470';
import { KeyboardShortcuts1795867600000 } from './store/migrations/keyboard-shortcuts-1795867600000';
import { Online1795866799042 } from './store/migrations/online-1795866799042';
import { TokensAndProofs1795863868306 } from './store/migrations/tokens-and-proofs-1795863868306';
import { Recovery1795863757003 } from './store/migrations/recovery-1795863757003';
import { Identities1795864117936 } from './store/migrations/identities-1795864117936';

export { AccountsModule } from './accounts.module';
export { type AvatarOf, Avatars } from './actions/avatars';
export { CreateUser, type CreateUserInput } from './actions/create-user';
export { EnsureFirstSuperadmin } from './actions/ensure-first-superadmin';
export { OnlinePeople } from './actions/online-people';
export { PeopleQueries } from './actions/people-queries';
export { PersonBriefView, toPersonBrief } from './actions/person-brief.view';
export { ResetSecondFactor } from './actions/reset-second-factor';
export * from './model/events';
export { isProven } from './model/proof';
export type { PersonBrief } from './model/person-brief';

export const accountsSchema: Schema = {
  entities: [
    User,
    Session,
    ApiToken,
    SecondFactor,
    RecoveryCode,
    FactorRole,
    LoginAuditLog,
    SetUp,
    OneTimeLink,
    Online,
    Identity,
  ],
  migrations: [
    Accounts1700000001000,
    Recovery1795863757003,
    TokensAndProofs1795863868306,
    SecondFactors1795865651470,
    Online1795866799042,
    KeyboardShortcuts1795867600000,
    Invitations1795869376982,
    Identities1795864117936,
  ],
};
