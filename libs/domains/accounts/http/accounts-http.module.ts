import { Module } from '@nestjs/common';

import { HttpModule } from '@desk/platform/http';

import { AccountsModule } from '../accounts.module';
import { AccountController } from './account.controller';
import { ApiTokensController } from './api-tokens.controller';
import { EmailController } from './email.controller';
import { InvitationsController } from './invitations.controller';
import { AvatarController } from './avatar.controller';
import { FlowCookie } from './flow-cookie';
import { IdentitiesController } from './identities.controller';
import { Landings } from './landings';
import { LoginAuditController } from './login-audit.controller';
import { PasswordResetController } from './password-reset.controller';
import { PeopleController } from './people.controller';
import { ProofController } from './proof.controller';
import { SecondFactorController } from './second-factor.controller';
import { RequestLogQueries } from '../actions/request-log-queries';
import { RequestLogController } from './request-log.controller';
import { ProviderController } from './provider.controller';
import { SessionCookie } from './session-cookie';
import { SessionController } from './session.controller';
import { SessionsController } from './sessions.controller';
import { TokenController } from './token.controller';
import { UsersController } from './users.controller';

@Module({
  imports: [AccountsModule, HttpModule],
  controllers: [
    TokenController,
    SessionController,
    SessionsController,
    ApiTokensController,
    SecondFactorController,
    ProofController,
    AccountController,
    PasswordResetController,
    EmailController,
    InvitationsController,
    AvatarController,
    PeopleController,
    UsersController,
    LoginAuditController,
    RequestLogController,
    ProviderController,
    IdentitiesController,
  ],
  providers: [SessionCookie, FlowCookie, Landings, RequestLogQueries],
})
export class AccountsHttpModule {}
