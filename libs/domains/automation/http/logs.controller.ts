import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

import { TicketQueries } from '@desk/domains/tickets';
import { ApiPage, Page, PAGE_SIZE, toPage } from '@desk/platform/http';
import { Can, CurrentActor } from '@desk/platform/security';
import type { PersonActor } from '@desk/platform/security';

import { RuleQueries } from '../actions/rule-queries';
import { RuleLogsQuery, RuleLogView, toRuleLogDto } from './log.dto';

@ApiTags('automation')
@Controller('automation/logs')
export class LogsController {
  constructor(
    private readonly rules: RuleQueries,
    private readonly tickets: TicketQueries,
  ) {}

  @Get()
  @Can('automation.read')
  @ApiOperation({ operationId: 'listRuleLogs', summary: 'What came of rules that matched, latest first' })
  @ApiPage(RuleLogView)
  async list(
    @CurrentActor() actor: PersonActor,
    @Query() query: RuleLogsQuery,
    @Req() request: FastifyRequest,
  ): Promise<Page<RuleLogView>> {
    const { page = 1, page_size: size = PAGE_SIZE, cursor, ordering = '-executed_at', ...filters } = query;
    const slice = await this.rules.logPage(actor, filters, ordering === '-executed_at', {
      page,
      size,
      cursor,
    });
    const tickets = await this.tickets.refs([...new Set(slice.rows.map((row) => row.ticket_id))]);
    return toPage(slice, query, request.originalUrl, (row) => toRuleLogDto(row, tickets));
  }
}
