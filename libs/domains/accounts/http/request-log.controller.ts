import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

import { ApiPage, type Page, toPage } from '@desk/platform/http';
import { Can, CurrentActor, type PersonActor } from '@desk/platform/security';

import { Avatars } from '../actions/avatars';
import { RequestLogQueries } from '../actions/request-log-queries';
import { RequestLogQuery, RequestLogView, toRequestLogFilters, toRequestLogView } from './request-log.dto';
import { toListPage, toSort } from './user-queries.dto';

@ApiTags('accounts')
@Controller('accounts/request-log')
export class RequestLogController {
  constructor(
    private readonly requests: RequestLogQueries,
    private readonly avatars: Avatars,
  ) {}

  @Get()
  @Can('requestLog.read')
  @ApiOperation({
    operationId: 'listRequestLog',
    summary: 'Requests that could have changed something, answered or refused; a second late at most',
  })
  @ApiPage(RequestLogView)
  async list(
    @CurrentActor() actor: PersonActor,
    @Query() query: RequestLogQuery,
    @Req() request: FastifyRequest,
  ): Promise<Page<RequestLogView>> {
    const { sort, descending } = toSort(query.ordering ?? '-timestamp');
    const found = await this.requests.list(toRequestLogFilters(query), sort, descending, toListPage(query));
    const avatarOf = this.avatars.shownTo(actor);
    return toPage(found, query, request.originalUrl, (line) => toRequestLogView(line, avatarOf));
  }
}
