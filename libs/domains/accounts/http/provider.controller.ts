import { Controller, Get, Header, Param, Query, Redirect, Req, Res, UseGuards } from '@nestjs/common';
import { ApiCreatedResponse, ApiFoundResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { ApiPage, type Page, Post, toOnePage } from '@desk/platform/http';
import { Can, CurrentActor, type PersonActor, Public } from '@desk/platform/security';

import { type Caller } from '../actions/caller';
import { FinishProviderFlow } from '../actions/finish-provider-flow';
import { IdentityQueries } from '../actions/identity-queries';
import { type Landing } from '../actions/landing';
import { StartProviderFlow } from '../actions/start-provider-flow';
import { CurrentCaller } from './current-caller';
import { FlowCookie } from './flow-cookie';
import { Landings } from './landings';
import { DepartureView, ProviderView, StartProviderQuery, toProviderView } from './provider.dto';
import { SessionCookie } from './session-cookie';
import { UnrepeatableGuard } from './unrepeatable.guard';

interface Hop {
  url: string;
}

/**
 * Sign-in with Google and the like. A browser is sent to `start`, from there to the provider, and comes back to
 * `callback`, which ends at a page: with a session in the cookie, or with a word about what is wrong.
 */
@ApiTags('accounts')
@Controller('accounts/oidc')
@UseGuards(UnrepeatableGuard)
export class ProviderController {
  constructor(
    private readonly startFlow: StartProviderFlow,
    private readonly finishFlow: FinishProviderFlow,
    private readonly identities: IdentityQueries,
    private readonly flowCookie: FlowCookie,
    private readonly sessionCookie: SessionCookie,
    private readonly landings: Landings,
  ) {}

  @Get()
  @Public()
  @ApiOperation({ operationId: 'listProviders', summary: 'Who may sign people in beside their password' })
  @ApiPage(ProviderView)
  list(): Page<ProviderView> {
    return toOnePage(this.identities.offered(), toProviderView);
  }

  @Get(':name/start')
  @Public()
  @Redirect()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ operationId: 'startProviderSignIn', summary: 'For browsers: on to the provider' })
  @ApiFoundResponse({ description: 'To the provider, or to the sign-in page where it does not answer.' })
  async start(
    @Param('name') name: string,
    @Query() { app = 'portal', next = '/' }: StartProviderQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Hop> {
    const way = await this.startFlow.signIn(name, app, next);
    if (!('url' in way)) return this.land(way, reply);
    this.flowCookie.put(reply, name, way.ticket);
    return { url: way.url };
  }

  @Get(':name/callback')
  @Public()
  @Redirect()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ operationId: 'finishProviderSignIn', summary: 'For browsers: back from the provider' })
  @ApiFoundResponse({ description: 'To the page that was wanted, or to one that says what is wrong.' })
  async callback(
    @Param('name') name: string,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Hop> {
    // Providers add parameters as they like, so nothing but the address itself is judged, and by the library.
    const { search } = new URL(request.originalUrl, 'http://host.invalid');
    const ticket = this.flowCookie.read(request);
    const landing = await this.finishFlow.run(caller, name, { search, ticket });
    this.flowCookie.clear(reply, name);
    return this.land(landing, reply);
  }

  @Post(':name/link')
  @Can('self.secure')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    operationId: 'linkProvider',
    summary: 'Begin to link an identity to your own account: open the address in the same browser',
  })
  @ApiCreatedResponse({ type: DepartureView })
  async link(
    @Param('name') name: string,
    @CurrentActor() actor: PersonActor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DepartureView> {
    const { url, ticket } = await this.startFlow.link(actor, name);
    this.flowCookie.put(reply, name, ticket);
    return { url };
  }

  private land(landing: Landing, reply: FastifyReply): Hop {
    if (landing.pair !== null) this.sessionCookie.put(reply, landing.pair.refresh, landing.pair.expiresAt);
    return { url: this.landings.addressOf(landing) };
  }
}
