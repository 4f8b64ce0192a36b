import { Body, Controller, Get, HttpCode, Param, Query, Req, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { type TicketSource, type TicketStatus, TICKET_STATUSES } from '@desk/contracts';
import { forbidden, invalidField } from '@desk/platform/errors';
import {
  ApiPage,
  ApiProblem,
  Delete,
  IfMatch,
  type Page,
  Patch,
  Post,
  Put,
  toPage,
} from '@desk/platform/http';
import { Can, CurrentActor, isCustomerActor, type PersonActor } from '@desk/platform/security';

import { CreateTicket } from '../actions/create-ticket';
import { DeleteTicket } from '../actions/delete-ticket';
import { ReadTickets } from '../actions/read-tickets';
import { UpdateTicket } from '../actions/update-ticket';
import { CreateTicketBody, UpdateTicketBody } from './ticket-bodies.dto';
import { TicketsQuery, toListQuery } from './tickets-query.dto';
import { TicketViews } from './ticket-views';
import { TicketDetailView, TicketView, toTicketView } from './ticket.dto';

@ApiTags('tickets')
@Controller('tickets/tickets')
export class TicketsController {
  constructor(
    private readonly read: ReadTickets,
    private readonly createTicket: CreateTicket,
    private readonly updateTicket: UpdateTicket,
    private readonly deleteTicket: DeleteTicket,
    private readonly views: TicketViews,
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
    const viewer = this.views.viewer(actor);
    return toPage(slice, query, request.originalUrl, (row) => toTicketView(row, around, viewer));
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
      source: sourceOf(actor, body),
      category: body.category ?? null,
      customer: body.customer ?? actor.id,
      assignedAgent: body.assigned_agent ?? null,
      dueDate: body.due_date ? new Date(body.due_date) : null,
      tags: body.tags ?? [],
      uploadIds: body.upload_ids ?? [],
    });
    return this.views.one(actor, id, reply);
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
    return this.views.one(actor, key, reply);
  }

  @Patch(':key')
  @Can('tickets.update')
  @ApiOperation({ operationId: 'updateTicket', summary: 'Change fields; a customer only the status' })
  @ApiOkResponse({ type: TicketDetailView })
  @ApiProblem(412, 'The ticket as it is now', { current: TicketDetailView })
  async update(
    @CurrentActor() actor: PersonActor,
    @Param('key') key: string,
    @Body() body: UpdateTicketBody,
    @IfMatch() expectedVersions: readonly number[] | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TicketDetailView> {
    return this.edit(actor, key, body, expectedVersions, reply);
  }

  @Put(':key')
  @Can('tickets.update')
  @ApiOperation({
    operationId: 'replaceTicket',
    summary: 'Like PATCH, but `title` and `description` must be there; for a customer `status`',
  })
  @ApiOkResponse({ type: TicketDetailView })
  @ApiProblem(412, 'The ticket as it is now', { current: TicketDetailView })
  async replace(
    @CurrentActor() actor: PersonActor,
    @Param('key') key: string,
    @Body() body: UpdateTicketBody,
    @IfMatch() expectedVersions: readonly number[] | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TicketDetailView> {
    assertWhole(actor, body);
    return this.edit(actor, key, body, expectedVersions, reply);
  }

  @Delete(':key')
  @HttpCode(204)
  @Can('tickets.delete')
  @ApiOperation({ operationId: 'deleteTicket', summary: 'Into the trash' })
  @ApiNoContentResponse()
  @ApiProblem(412, 'The ticket as it is now', { current: TicketDetailView })
  async remove(
    @CurrentActor() actor: PersonActor,
    @Param('key') key: string,
    @IfMatch() expectedVersions: readonly number[] | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.views.orCurrent(actor, key, reply, () =>
      this.deleteTicket.run(actor, { ticketId: key, expectedVersions }),
    );
  }

  private async edit(
    actor: PersonActor,
    key: string,
    { due_date, ...rest }: UpdateTicketBody,
    expectedVersions: readonly number[] | null,
    reply: FastifyReply,
  ): Promise<TicketDetailView> {
    const due = due_date === undefined ? {} : { due_date: due_date === null ? null : new Date(due_date) };
    await this.views.orCurrent(actor, key, reply, () =>
      this.updateTicket.run(actor, { ticketId: key, expectedVersions, changes: { ...rest, ...due } }),
    );
    return this.views.one(actor, key, reply);
  }
}

/** What only staff may say of a new ticket. */
function assertCustomerMayAsk(body: CreateTicketBody): void {
  for (const field of ['customer', 'assigned_agent', 'source', 'due_date', 'tags'] as const) {
    if (body[field] !== undefined) throw forbidden('Customers may not set this field', field);
  }
}

/** What a PUT must carry. A customer who sends more than is theirs hears of that first, from the action. */
function assertWhole(actor: PersonActor, body: UpdateTicketBody): void {
  const isEmpty = Object.values(body).every((value) => value === undefined);
  const required = isCustomerActor(actor) ? (isEmpty ? ['status'] : []) : ['title', 'description'];
  const missing = required.find((field) => body[field as keyof UpdateTicketBody] === undefined);
  if (missing !== undefined) throw invalidField(missing, 'required', `${missing} is required`);
}

/** The way a ticket came is what the server sees; only of those it cannot see are staff asked. */
function sourceOf(actor: PersonActor, { source }: CreateTicketBody): TicketSource {
  if (source === 'web' || source === 'api') {
    throw invalidField('source', 'not_allowed', 'source may be phone or email only');
  }
  return source ?? (actor.browser ? 'web' : 'api');
}
