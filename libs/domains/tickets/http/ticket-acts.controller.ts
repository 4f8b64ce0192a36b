import { Body, Controller, Param, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { ApiProblem, IfMatch, Post } from '@desk/platform/http';
import { Can, CurrentActor, type PersonActor } from '@desk/platform/security';

import { AssignTicket } from '../actions/assign-ticket';
import { EscalateTicket } from '../actions/escalate-ticket';
import { RateTicket } from '../actions/rate-ticket';
import { AssignBody, EscalateBody, RateBody } from './ticket-bodies.dto';
import { TicketViews } from './ticket-views';
import { TicketDetailView } from './ticket.dto';

/** What is done to a ticket beside editing it. */
@ApiTags('tickets')
@Controller('tickets/tickets')
export class TicketActsController {
  constructor(
    private readonly views: TicketViews,
    private readonly assignTicket: AssignTicket,
    private readonly escalateTicket: EscalateTicket,
    private readonly rateTicket: RateTicket,
  ) {}

  @Post(':key/assign')
  @Can('tickets.assign')
  @ApiOperation({ operationId: 'assignTicket', summary: 'Give to an agent, or claim with `me`' })
  @ApiCreatedResponse({ type: TicketDetailView })
  @ApiProblem(412, 'The ticket as it is now', { current: TicketDetailView })
  async assign(
    @CurrentActor() actor: PersonActor,
    @Param('key') key: string,
    @Body() body: AssignBody,
    @IfMatch() expectedVersions: readonly number[] | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TicketDetailView> {
    await this.views.orCurrent(actor, key, reply, () =>
      this.assignTicket.run(actor, { ticketId: key, agentId: body.agent_id, expectedVersions }),
    );
    return this.views.one(actor, key, reply);
  }

  @Post(':key/escalate')
  @Can('tickets.escalate')
  @ApiOperation({ operationId: 'escalateTicket', summary: 'One level up, at most 3' })
  @ApiCreatedResponse({ type: TicketDetailView })
  @ApiProblem(412, 'The ticket as it is now', { current: TicketDetailView })
  async escalate(
    @CurrentActor() actor: PersonActor,
    @Param('key') key: string,
    @Body() body: EscalateBody,
    @IfMatch() expectedVersions: readonly number[] | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TicketDetailView> {
    await this.views.orCurrent(actor, key, reply, () =>
      this.escalateTicket.run(actor, { ticketId: key, reason: body.reason, expectedVersions }),
    );
    return this.views.one(actor, key, reply);
  }

  @Post(':key/rate')
  @Can('tickets.rate')
  @ApiOperation({ operationId: 'rateTicket', summary: 'The customer rates a solved ticket' })
  @ApiCreatedResponse({ type: TicketDetailView })
  @ApiProblem(412, 'The ticket as it is now', { current: TicketDetailView })
  async rate(
    @CurrentActor() actor: PersonActor,
    @Param('key') key: string,
    @Body() body: RateBody,
    @IfMatch() expectedVersions: readonly number[] | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TicketDetailView> {
    const { rating, feedback = '' } = body;
    await this.views.orCurrent(actor, key, reply, () =>
      this.rateTicket.run(actor, { ticketId: key, rating, feedback, expectedVersions }),
    );
    return this.views.one(actor, key, reply);
  }
}
