import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

import { ApiPage, Page, PAGE_SIZE, toPage } from '@desk/platform/http';
import { Can } from '@desk/platform/security';

import { BreachQueries } from '../actions/breach-queries';
import { BreachSort } from '../store/breach-list';
import { BreachListQuery, BreachView, toBreachDto } from './breach.dto';
import { toOrder } from './ordering';

@ApiTags('sla')
@Controller('sla/breaches')
export class BreachesController {
  constructor(private readonly queries: BreachQueries) {}

  @Get()
  @Can('sla.read')
  @ApiPage(BreachView)
  @ApiOperation({ operationId: 'listSlaBreaches', summary: 'Missed deadlines, latest first unless told' })
  async page(@Query() query: BreachListQuery, @Req() request: FastifyRequest): Promise<Page<BreachView>> {
    const { sort, descending } = toOrder<BreachSort>(query.ordering ?? '-breached_at');
    const filters = {
      breachType: query.breach_type,
      notified: query.notified,
      ticketId: query.ticket,
      policyId: query.policy,
    };
    const place = { page: query.page ?? 1, size: query.page_size ?? PAGE_SIZE, cursor: query.cursor };
    return toPage(
      await this.queries.page(filters, sort, descending, place),
      query,
      request.originalUrl,
      toBreachDto,
    );
  }
}
