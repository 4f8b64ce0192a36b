import { createSecretKey } from 'node:crypto';

import { Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';

import { Config } from '@desk/platform/config';
import { OpenIdModule } from '@desk/platform/openid';
import { Authenticator, SignedLinks } from '@desk/platform/security';

import { AcceptInvitation } from './actions/accept-invitation';
import { AnsweredRotations } from './actions/answered-rotations';
import { ApiTokenAuthenticator } from './actions/api-token-authenticator';
import { ApiTokenQueries } from './actions/api-token-queries';
import { AskEmailChange } from './actions/ask-email-change';
import { AskEmailVerification } from './actions/ask-email-verification';
import { AskPasswordReset } from './actions/ask-password-reset';
import { BeginSecondFactor } from './actions/begin-second-factor';
import { BeginSession } from './actions/begin-session';
import { Avatars } from './actions/avatars';
import { ChangeAvatar } from './actions/change-avatar';
import { ChangePassword } from './actions/change-password';
import { CheckEmailChange } from './actions/check-email-change';
import { CheckInvitation } from './actions/check-invitation';
import { ConfirmEmail } from './actions/confirm-email';
import { ConfirmEmailChange } from './actions/confirm-email-change';
import { CheckSecondFactor } from './actions/check-second-factor';
import { ConfirmSecondFactor } from './actions/confirm-second-factor';
import { CreateApiToken } from './actions/create-api-token';
import { CompleteProfile } from './actions/complete-profile';
import { CreateUser } from './actions/create-user';
import { EndAccess } from './actions/end-access';
import { EndSession } from './actions/end-session';
import { EndSessions } from './actions/end-sessions';
import { EnsureFirstSuperadmin } from './actions/ensure-first-superadmin';
import { FactorSecrets } from './actions/factor-secrets';
import { FirstSuperadmin } from './actions/first-superadmin';
import { InvitationQueries } from './actions/invitation-queries';
import { InvitePerson } from './actions/invite-person';
import { IssuePasswordReset } from './actions/issue-password-reset';
import { LastUses } from './actions/last-uses';
import { FinishProviderFlow } from './actions/finish-provider-flow';
import { IdentityQueries } from './actions/identity-queries';
import { LinkIdentity } from './actions/link-identity';
import { LoginAuditQueries } from './actions/login-audit-queries';
import { NewPeople } from './actions/new-people';
import { NoteAttempt } from './actions/note-attempt';
import { OneTimeMail } from './actions/one-time-mail';
import { OnlinePeople } from './actions/online-people';
import { OwnPassword } from './actions/own-password';
import { PasswordHasher } from './actions/password-hasher';
import { PeopleQueries } from './actions/people-queries';
import { ProveAgain } from './actions/prove-again';
import { ProviderFlows } from './actions/provider-flows';
import { RegisterCustomer } from './actions/register-customer';
import { RemoveSecondFactor } from './actions/remove-second-factor';
import { RenewRecoveryCodes } from './actions/renew-recovery-codes';
import { RenewSession } from './actions/renew-session';
import { ResendInvitation } from './actions/resend-invitation';
import { ResetPassword } from './actions/reset-password';
import { ResetSecondFactor } from './actions/reset-second-factor';
import { RevokeApiToken } from './actions/revoke-api-token';
import { SendInvitation } from './actions/send-invitation';
import { SendVerification } from './actions/send-verification';
import { SecondFactorQueries } from './actions/second-factor-queries';
import { SessionAuthenticator } from './actions/session-authenticator';
import { SessionQueries } from './actions/session-queries';
import { SetFactorPolicy } from './actions/set-factor-policy';
import { SetUpDesk } from './actions/set-up-desk';
import { SetUserActive } from './actions/set-user-active';
import { SignIn } from './actions/sign-in';
import { SignInByIdentity } from './actions/sign-in-by-identity';
import { SignOut } from './actions/sign-out';
import { SquarePicture } from './actions/square-picture';
import { StartProviderFlow } from './actions/start-provider-flow';
import { SweepSessions } from './actions/sweep-sessions';
import { Tokens } from './actions/tokens';
import { UnlinkAll } from './actions/unlink-all';
import { UnlinkIdentity } from './actions/unlink-identity';
import { UpdateUser } from './actions/update-user';
import { UserQueries } from './actions/user-queries';
import { WithdrawInvitation } from './actions/withdraw-invitation';
import { ApiTokens } from './store/api-tokens';
import { Identities } from './store/identities';
import { LoginAuditList } from './store/login-audit-list';
import { LoginAudits } from './store/login-audits';
import { OneTimeLinks } from './store/one-time-links';
import { OnlineRows } from './store/online-rows';
import { People } from './store/people';
import { SecondFactors } from './store/second-factors';
import { SessionList } from './store/session-list';
import { Sessions } from './store/sessions';
import { SetUps } from './store/set-ups';
import { UserList } from './store/user-list';
import { Users } from './store/users';

const stores = [
  Users,
  UserList,
  People,
  Sessions,
  SessionList,
  ApiTokens,
  SecondFactors,
  LoginAudits,
  LoginAuditList,
  OneTimeLinks,
  SetUps,
  Identities,
];
const inside = [
  OwnPassword,
  PasswordHasher,
  Tokens,
  NewPeople,
  FirstSuperadmin,
  ApiTokenAuthenticator,
  BeginSession,
  CheckSecondFactor,
  EndAccess,
  FactorSecrets,
  LastUses,
  NoteAttempt,
  OneTimeMail,
  SendInvitation,
  SendVerification,
  OnlineRows,
  SignedLinks,
  SquarePicture,
  ProviderFlows,
  UnlinkAll,
];
/** By a mailed link. */
const recovery = [
  AcceptInvitation,
  AnsweredRotations,
  AskEmailChange,
  AskEmailVerification,
  AskPasswordReset,
  CheckEmailChange,
  CheckInvitation,
  ConfirmEmail,
  ConfirmEmailChange,
  InvitationQueries,
  InvitePerson,
  IssuePasswordReset,
  ResendInvitation,
  ResetPassword,
  WithdrawInvitation,
];
const actions = [
  ApiTokenQueries,
  BeginSecondFactor,
  Avatars,
  ChangeAvatar,
  ChangePassword,
  ConfirmSecondFactor,
  CreateApiToken,
  CompleteProfile,
  CreateUser,
  EndSession,
  EndSessions,
  EnsureFirstSuperadmin,
  FinishProviderFlow,
  IdentityQueries,
  LinkIdentity,
  LoginAuditQueries,
  OnlinePeople,
  PeopleQueries,
  ProveAgain,
  RegisterCustomer,
  RemoveSecondFactor,
  RenewRecoveryCodes,
  RenewSession,
  ResetSecondFactor,
  RevokeApiToken,
  SecondFactorQueries,
  SessionQueries,
  SetFactorPolicy,
  SetUpDesk,
  SetUserActive,
  SignIn,
  SignInByIdentity,
  SignOut,
  StartProviderFlow,
  SweepSessions,
  UnlinkIdentity,
  UpdateUser,
  UserQueries,
];

@Module({
  imports: [
    OpenIdModule,
    JwtModule.registerAsync({
      inject: [Config],
      // As a key, not as a text, which would be tried as a public key first, with every token again.
      useFactory: ({ jwtSecret }: Config) => ({ secret: createSecretKey(Buffer.from(jwtSecret)) }),
    }),
  ],
  providers: [
    ...stores,
    ...inside,
    ...recovery,
    ...actions,
    SessionAuthenticator,
    { provide: Authenticator, useExisting: SessionAuthenticator },
  ],
  exports: [...recovery, ...actions, Authenticator, SessionAuthenticator],
})
export class AccountsModule {}
