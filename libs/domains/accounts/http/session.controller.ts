import { Body, Controller, Header, HttpCode, Res, UseGuards } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { Delete, Guessable, Post, Put } from '@desk/platform/http';
import {
  BeforeProfile,
  OptionalActor,
  type PersonActor,
  Public,
  WithoutFactor,
} from '@desk/platform/security';

import { Avatars } from '../actions/avatars';
import { type Caller } from '../actions/caller';
import { RenewSession } from '../actions/renew-session';
import { SignIn } from '../actions/sign-in';
import { SignOut } from '../actions/sign-out';
import { TokenPair } from '../actions/tokens';
import { UserQueries } from '../actions/user-queries';
import { sessionEnded } from '../model/errors';
import { CurrentCaller } from './current-caller';
import { CountsAsRenewal } from './renewal-throttle';
import { SameOriginGuard } from './same-origin.guard';
import { SessionCookie, SessionToken } from './session-cookie';
import { CredentialsBody, SessionView } from './session.dto';
import { UnrepeatableGuard } from './unrepeatable.guard';
import { toUserView } from './user.dto';

/** For the desk's own pages: the refresh token is a cookie, the access token is theirs to keep in memory. */
@ApiTags('accounts')
@Controller('accounts/session')
@UseGuards(SameOriginGuard, UnrepeatableGuard)
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly renewSession: RenewSession,
    private readonly signOut: SignOut,
    private readonly users: UserQueries,
    private readonly avatars: Avatars,
    private readonly cookie: SessionCookie,
  ) {}

  @Post()
  @Guessable()
  @Public()
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ operationId: 'signIn', summary: 'Sign in a browser' })
  @ApiOkResponse({ type: SessionView })
  async create(
    @CurrentCaller() caller: Caller,
    @Body() body: CredentialsBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    return this.answer(await this.signIn.run(caller, { ...body, kind: 'browser' }), reply);
  }

  @Put()
  @CountsAsRenewal('browser')
  @Public()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ operationId: 'renewSession', summary: "Renew a browser's session from its cookie" })
  @ApiOkResponse({ type: SessionView })
  async renew(
    @CurrentCaller() caller: Caller,
    @SessionToken() token: string | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    if (token === null) throw sessionEnded();
    return this.answer(await this.renewSession.run(caller, { token, kind: 'browser' }), reply);
  }

  @Delete()
  @BeforeProfile()
  @Public('welcome')
  @WithoutFactor()
  @HttpCode(204)
  @ApiOperation({
    operationId: 'signOut',
    summary: 'Sign out: end the session of the cookie and of the access token',
  })
  @ApiNoContentResponse()
  async end(
    @OptionalActor() actor: PersonActor | null,
    @SessionToken() token: string | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.signOut.run(actor, token);
    this.cookie.clear(reply);
  }

  private async answer(pair: TokenPair, reply: FastifyReply): Promise<SessionView> {
    const user = await this.users.own(pair.userId);
    this.cookie.put(reply, pair.refresh, pair.expiresAt);
    return { access: pair.access, user: toUserView(user, this.avatars.shownToOwner(pair)) };
  }
}
