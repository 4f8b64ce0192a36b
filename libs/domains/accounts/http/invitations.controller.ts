import { Body, Controller, Get, HttpCode, Param, Query, Req, UseGuards } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

import { ApiPage, Delete, Guessable, type Page, Post, toPage, UuidId } from '@desk/platform/http';
import { notFound } from '@desk/platform/errors';
import { Can, CurrentActor, type PersonActor, Public } from '@desk/platform/security';

import { AcceptInvitation } from '../actions/accept-invitation';
import { CheckInvitation } from '../actions/check-invitation';
import { InvitationQueries } from '../actions/invitation-queries';
import { InvitePerson } from '../actions/invite-person';
import { ResendInvitation } from '../actions/resend-invitation';
import { WithdrawInvitation } from '../actions/withdraw-invitation';
import {
  AcceptInvitationBody,
  InvitationView,
  InviteBody,
  InvitedView,
  toInvitationView,
} from './invitation.dto';
import { TokenBody } from './recovery.dto';
import { UnrepeatableGuard } from './unrepeatable.guard';
import { AgentsQuery, toListPage } from './user-queries.dto';

/** Invitations, by the id of the person who is invited. */
@ApiTags('accounts')
@Controller('accounts/invitations')
export class InvitationsController {
  constructor(
    private readonly invitations: InvitationQueries,
    private readonly invitePerson: InvitePerson,
    private readonly resendInvitation: ResendInvitation,
    private readonly withdrawInvitation: WithdrawInvitation,
    private readonly checkInvitation: CheckInvitation,
    private readonly acceptInvitation: AcceptInvitation,
  ) {}

  @Get()
  @Can('users.create')
  @ApiOperation({ operationId: 'listInvitations', summary: 'Invitations that nobody has accepted yet' })
  @ApiPage(InvitationView)
  async list(@Query() query: AgentsQuery, @Req() request: FastifyRequest): Promise<Page<InvitationView>> {
    const found = await this.invitations.open(query.search, toListPage(query));
    return toPage(found, query, request.originalUrl, toInvitationView);
  }

  @Post()
  @Can('users.create')
  @ApiOperation({ operationId: 'invitePerson', summary: 'Invite somebody by mail' })
  @ApiCreatedResponse({ type: InvitationView })
  async invite(@CurrentActor() actor: PersonActor, @Body() body: InviteBody): Promise<InvitationView> {
    return this.view(await this.invitePerson.run(actor, body));
  }

  @Post('accept')
  @Guessable()
  @UseGuards(UnrepeatableGuard)
  @Public()
  @HttpCode(204)
  @ApiOperation({ operationId: 'acceptInvitation', summary: 'Choose a password by the link of the mail' })
  @ApiNoContentResponse()
  async accept(@Body() body: AcceptInvitationBody): Promise<void> {
    await this.acceptInvitation.run(body);
  }

  @Post('accept/check')
  @Guessable()
  @UseGuards(UnrepeatableGuard)
  @Public()
  @HttpCode(200)
  @ApiOperation({ operationId: 'checkInvitation', summary: 'Whom the link of a mail invites' })
  @ApiOkResponse({ type: InvitedView })
  async check(@Body() body: TokenBody): Promise<InvitedView> {
    const { email, first_name, last_name } = await this.checkInvitation.run(body);
    return { email, first_name, last_name };
  }

  @Post(':id/resend')
  @Can('users.create')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'resendInvitation',
    summary: 'Send it again; the link of the first mail ends',
  })
  @ApiOkResponse({ type: InvitationView })
  async resend(@CurrentActor() actor: PersonActor, @Param('id', UuidId) id: string): Promise<InvitationView> {
    await this.resendInvitation.run(actor, { userId: id });
    return this.view(id);
  }

  @Delete(':id')
  @Can('users.create')
  @HttpCode(204)
  @ApiOperation({ operationId: 'withdrawInvitation', summary: 'Withdraw it: its link ends' })
  @ApiNoContentResponse()
  async withdraw(@CurrentActor() actor: PersonActor, @Param('id', UuidId) id: string): Promise<void> {
    await this.withdrawInvitation.run(actor, { userId: id });
  }

  private async view(userId: string): Promise<InvitationView> {
    const invitation = await this.invitations.one(userId);
    if (invitation === null) throw notFound('invitation');
    return toInvitationView(invitation);
  }
}
