import { Body, Controller, Header, HttpCode, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { Guessable, Post } from '@desk/platform/http';
import { Public } from '@desk/platform/security';

import { type Caller } from '../actions/caller';
import { RenewSession } from '../actions/renew-session';
import { SignIn } from '../actions/sign-in';
import { CurrentCaller } from './current-caller';
import { CountsAsRenewal } from './renewal-throttle';
import { CredentialsBody, RefreshBody, TokenPairView } from './session.dto';
import { UnrepeatableGuard } from './unrepeatable.guard';

/** For clients that keep their tokens themselves. */
@ApiTags('accounts')
@Controller('accounts/token')
@UseGuards(UnrepeatableGuard)
export class TokenController {
  constructor(
    private readonly signIn: SignIn,
    private readonly renewSession: RenewSession,
  ) {}

  @Post()
  @Guessable()
  @Public()
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ operationId: 'obtainTokens', summary: 'Sign in for an access and a refresh token' })
  @ApiOkResponse({ type: TokenPairView })
  async obtain(@CurrentCaller() caller: Caller, @Body() body: CredentialsBody): Promise<TokenPairView> {
    const { access, refresh } = await this.signIn.run(caller, { ...body, kind: 'bearer' });
    return { access, refresh };
  }

  @Post('refresh')
  @CountsAsRenewal('bearer')
  @Public()
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ operationId: 'refreshTokens', summary: 'Exchange a refresh token, once, for a new pair' })
  @ApiOkResponse({ type: TokenPairView })
  async refresh(@CurrentCaller() caller: Caller, @Body() body: RefreshBody): Promise<TokenPairView> {
    const { access, refresh } = await this.renewSession.run(caller, { token: body.refresh, kind: 'bearer' });
    return { access, refresh };
  }
}
