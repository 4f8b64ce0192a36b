import { Controller, Get, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

import { invalidField } from '@desk/platform/errors';
import { ApiPage, type Page, toPage } from '@desk/platform/http';
import { Can, CurrentActor, type PersonActor } from '@desk/platform/security';

import { Avatars } from '../actions/avatars';
import { LoginAuditQueries } from '../actions/login-audit-queries';
import {
  LoginAuditQuery,
  LoginAuditView,
  toLoginAuditFile,
  toLoginAuditFilters,
  toLoginAuditView,
} from './login-audit.dto';
import { toListPage, toSort } from './user-queries.dto';

@ApiTags('accounts')
@Controller('accounts/audit-logs')
export class LoginAuditController {
  constructor(
    private readonly audits: LoginAuditQueries,
    private readonly avatars: Avatars,
  ) {}

  @Get()
  @Can('loginAudit.read')
  @ApiOperation({
    operationId: 'listLoginAudit',
    summary: 'Attempts to sign in; with `export=csv` all of them as a file',
  })
  @ApiPage(LoginAuditView)
  async list(
    @CurrentActor() actor: PersonActor,
    @Query() query: LoginAuditQuery,
    @Req() request: FastifyRequest,
  ): Promise<Page<LoginAuditView> | StreamableFile> {
    const { sort, descending } = toSort(query.ordering ?? '-timestamp');
    const filters = toLoginAuditFilters(query);
    if (query.export === 'csv' && sort !== 'timestamp') {
      throw invalidField('ordering', 'not_allowed', 'A file is ordered by timestamp');
    }
    if (query.export === 'csv') return toLoginAuditFile(this.audits.walk(filters, sort, descending));
    const found = await this.audits.list(filters, sort, descending, toListPage(query));
    const avatarOf = this.avatars.shownTo(actor);
    return toPage(found, query, request.originalUrl, (entry) => toLoginAuditView(entry, avatarOf));
  }
}
