import { Body, Controller, Get, Header, HttpCode, Param, Query, Req, UseGuards } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

import { ApiPage, Delete, type Page, PageQuery, Post, toPage, UuidId } from '@desk/platform/http';
import { Can, CurrentActor, type PersonActor } from '@desk/platform/security';

import { ApiTokenQueries } from '../actions/api-token-queries';
import { CreateApiToken } from '../actions/create-api-token';
import { RevokeApiToken } from '../actions/revoke-api-token';
import {
  ApiTokenView,
  CreateApiTokenBody,
  NewApiTokenView,
  toApiTokenView,
  toApiTokenWish,
} from './api-token.dto';
import { UnrepeatableGuard } from './unrepeatable.guard';
import { toListPage } from './user-queries.dto';

/** One's own keys for programs, sent as `Authorization: Bearer jrd_…`. */
@ApiTags('accounts')
@Controller('accounts/tokens')
@UseGuards(UnrepeatableGuard)
export class ApiTokensController {
  constructor(
    private readonly apiTokens: ApiTokenQueries,
    private readonly createApiToken: CreateApiToken,
    private readonly revokeApiToken: RevokeApiToken,
  ) {}

  @Get()
  @Can('self.secure')
  @ApiOperation({ operationId: 'listApiTokens', summary: 'Your API tokens' })
  @ApiPage(ApiTokenView)
  async list(
    @CurrentActor() actor: PersonActor,
    @Query() query: PageQuery,
    @Req() request: FastifyRequest,
  ): Promise<Page<ApiTokenView>> {
    const found = await this.apiTokens.own(actor, toListPage(query));
    return toPage(found, query, request.originalUrl, toApiTokenView);
  }

  @Post()
  @Can('self.secure')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ operationId: 'createApiToken', summary: 'Make an API token; it is shown this once' })
  @ApiCreatedResponse({ type: NewApiTokenView })
  create(@CurrentActor() actor: PersonActor, @Body() body: CreateApiTokenBody): Promise<NewApiTokenView> {
    return this.createApiToken.run(actor, toApiTokenWish(body));
  }

  @Delete(':id')
  @Can('self.secure')
  @HttpCode(204)
  @ApiOperation({ operationId: 'revokeApiToken', summary: 'Revoke an API token' })
  @ApiNoContentResponse()
  async revoke(@CurrentActor() actor: PersonActor, @Param('id', UuidId) id: string): Promise<void> {
    await this.revokeApiToken.run(actor, id);
  }
}
