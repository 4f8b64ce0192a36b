import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

import { ApiPage, type Page, toPage } from '@desk/platform/http';
import { Can } from '@desk/platform/security';

import { LoginAuditQueries } from '../actions/login-audit-queries';
import { LoginAuditQuery, LoginAuditView, toLoginAuditFilters, toLoginAuditView } from './login-audit.dto';
import { toListPage, toSort } from './user-queries.dto';

@ApiTags('accounts')
@Controller('accounts/audit-logs')
export class LoginAuditController {
  constructor(private readonly audits: LoginAuditQueries) {}

  @Get()
  @Can('loginAudit.read')
  @ApiOperation({ operationId: 'listLoginAudit', summary: 'Attempts to sign in' })
  @ApiPage(LoginAuditView)
  async list(@Query() query: LoginAuditQuery, @Req() request: FastifyRequest): Promise<Page<LoginAuditView>> {
    const { sort, descending } = toSort(query.ordering ?? '-timestamp');
    const found = await this.audits.list(toLoginAuditFilters(query), sort, descending, toListPage(query));
    return toPage(found, query, request.originalUrl, toLoginAuditView);
  }
}
