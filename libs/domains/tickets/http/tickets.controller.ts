import { Body, Controller, Get, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { type TicketStatus, TICKET_STATUSES } from '@desk/contracts';
import { Clock } from '@desk/platform/clock';
import { DomainError, forbidden } from '@desk/platform/errors';
import { ApiPage, etagOf, IfMatch, type Page, toPage } from '@desk/platform/http';
import { Can, CurrentActor, isCustomerActor, type PersonActor } from '@desk/platform/security';

import { AssignTicket } from '../actions/assign-ticket';
import { CreateTicket } from '../actions/create-ticket';
import { EscalateTicket } from '../actions/escalate-ticket';
import { RateTicket } from '../actions/rate-ticket';
import { ReadTickets } from '../actions/read-tickets';
import { UpdateTicket } from '../actions/update-ticket';
import { StaleTicket } from '../model/errors';
import { AssignBody, CreateTicketBody, EscalateBody, RateBody, UpdateTicketBody } from './ticket-bodies.dto';
import { TicketsQuery, toListQuery } from './tickets-query.dto';
import { TicketDetailView, TicketView, toTicketDetailView, toTicketView } from './ticket.dto';

@ApiTags('tickets')
@Controller('tickets/tickets')
export class TicketsController {
  constructor(
    private readonly clock: Clock,
    private readonly read: ReadTickets,
    private readonly createTicket: CreateTicket,
    private readonly updateTicket: UpdateTicket,
    private readonly assignTicket: AssignTicket,
    private readonly escalateTicket: EscalateTicket,
    private readonly rateTicket: RateTicket,
  ) {}

  @Get()
  @Can('tickets.read')
  @ApiOperation({ operationId: 'listTickets', summary: 'Tickets; for a customer their own' })
  @ApiPage(TicketView)
  async list(
    @CurrentActor() actor: PersonActor,
    @Query() query: TicketsQuery,
    @Req() request: FastifyRequest,
  ): Promise<Page<TicketView>> {
    if (isCustomerActor(actor) && query.is_escalated !== undefined) {
      throw forbidden('Customers may not filter by this', 'is_escalated');
    }
    const { slice, around } = await this.read.page(actor, toListQuery(query));
    const now = this.clock.now();
    return toPage(slice, query, request.originalUrl, (row) => toTicketView(row, around, actor, now));
  }

  @Get('stats')
  @Can('tickets.read')
  @ApiOperation({ operationId: 'ticketStats', summary: 'Numbers of visible tickets by status' })
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: { type: 'integer' } } })
  async stats(@CurrentActor() actor: PersonActor): Promise<Record<TicketStatus | 'total', number>> {
    const counts = await this.read.stats(actor);
    const byStatus = Object.fromEntries(TICKET_STATUSES.map((status) => [status, counts.get(status) ?? 0]));
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    return { ...(byStatus as Record<TicketStatus, number>), total };
  }

  @Post()
  @Can('tickets.create')
  @ApiOperation({ operationId: 'createTicket', summary: 'Open a ticket' })
  @ApiCreatedResponse({ type: TicketDetailView })
  async create(
    @CurrentActor() actor: PersonActor,
    @Body() body: CreateTicketBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TicketDetailView> {
    if (isCustomerActor(actor)) assertCustomerMayAsk(body);
    const id = await this.createTicket.run(actor, {
      title: body.title,
      description: body.description,
      priority: body.priority ?? 'medium',
      source: body.source ?? (actor.browser ? 'web' : 'api'),
      category: body.category ?? null,
      customer: body.customer ?? actor.id,
      dueDate: body.due_date ? new Date(body.due_date) : null,
      tags: body.tags ?? [],
      uploadIds: body.upload_ids ?? [],
    });
    return this.view(actor, id, reply);
  }

  @Get(':key')
  @Can('tickets.read')
  @ApiOperation({ operationId: 'getTicket', summary: 'One ticket, by id or ticket_id' })
  @ApiOkResponse({ type: TicketDetailView })
  get(
    @CurrentActor() actor: PersonActor,
    @Param('key') key: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TicketDetailView> {
    return this.view(actor, key, reply);
  }

  @Patch(':key')
  @Can('tickets.update')
  @ApiOperation({ operationId: 'updateTicket', summary: 'Change fields; a customer only the status' })
  @ApiOkResponse({ type: TicketDetailView })
  async update(
    @CurrentActor() actor: PersonActor,
    @Param('key') key: string,
    @Body() body: UpdateTicketBody,
    @IfMatch() expectedVersion: number | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TicketDetailView> {
    const { due_date, ...rest } = body;
    const due = due_date === undefined ? {} : { due_date: due_date === null ? null : new Date(due_date) };
    try {
      await this.updateTicket.run(actor, { ticketId: key, expectedVersion, changes: { ...rest, ...due } });
    } catch (error) {
      if (!(error instanceof StaleTicket)) throw error;
      const current = await this.view(actor, key, reply);
      throw new DomainError('stale', error.code, error.message, { extra: { current } });
    }
    return this.view(actor, key, reply);
  }

  @Post(':key/assign')
  @Can('tickets.assign')
  @ApiOperation({ operationId: 'assignTicket', summary: 'Give to an agent, or claim with `me`' })
  @ApiCreatedResponse({ type: TicketDetailView })
  async assign(
    @CurrentActor() actor: PersonActor,
    @Param('key') key: string,
    @Body() body: AssignBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TicketDetailView> {
    return this.view(
      actor,
      await this.assignTicket.run(actor, { ticketId: key, agentId: body.agent_id }),
      reply,
    );
  }

  @Post(':key/escalate')
  @Can('tickets.escalate')
  @ApiOperation({ operationId: 'escalateTicket', summary: 'One level up, at most 3' })
  @ApiCreatedResponse({ type: TicketDetailView })
  async escalate(
    @CurrentActor() actor: PersonActor,
    @Param('key') key: string,
    @Body() body: EscalateBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TicketDetailView> {
    return this.view(
      actor,
      await this.escalateTicket.run(actor, { ticketId: key, reason: body.reason }),
      reply,
    );
  }

  @Post(':key/rate')
  @Can('tickets.rate')
  @ApiOperation({ operationId: 'rateTicket', summary: 'The customer rates a solved ticket' })
  @ApiCreatedResponse({ type: TicketDetailView })
  async rate(
    @CurrentActor() actor: PersonActor,
    @Param('key') key: string,
    @Body() body: RateBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TicketDetailView> {
    const { rating, feedback = '' } = body;
    return this.view(actor, await this.rateTicket.run(actor, { ticketId: key, rating, feedback }), reply);
  }

  private async view(
    actor: PersonActor,
    key: string | number,
    reply: FastifyReply,
  ): Promise<TicketDetailView> {
    const { row, around } = await this.read.one(actor, key);
    const view = toTicketDetailView(row, around, actor, this.clock.now());
    void reply.header('ETag', etagOf(view.version));
    return view;
  }
}

/** What only staff may say of a new ticket. */
function assertCustomerMayAsk(body: CreateTicketBody): void {
  for (const field of ['customer', 'source', 'due_date', 'tags'] as const) {
    if (body[field] !== undefined) throw forbidden('Customers may not set this field', field);
  }
}
