import { Controller, Get, HttpCode, Param, Query, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

import { ApiPage, Delete, type Page, PageQuery, toPage, UuidId } from '@desk/platform/http';
import { Can, CurrentActor, type PersonActor } from '@desk/platform/security';

import { EndSession } from '../actions/end-session';
import { EndSessions } from '../actions/end-sessions';
import { SessionQueries } from '../actions/session-queries';
import { OwnSessionView, toOwnSessionView } from './own-session.dto';
import { toListPage } from './user-queries.dto';

/** Where people are signed in: one's own devices, and those of whom one administers. */
@ApiTags('accounts')
@Controller('accounts')
export class SessionsController {
  constructor(
    private readonly sessions: SessionQueries,
    private readonly endSession: EndSession,
    private readonly endSessions: EndSessions,
  ) {}

  @Get('sessions')
  @Can('self.secure')
  @ApiOperation({ operationId: 'listSessions', summary: 'Where you are signed in' })
  @ApiPage(OwnSessionView)
  async own(
    @CurrentActor() actor: PersonActor,
    @Query() query: PageQuery,
    @Req() request: FastifyRequest,
  ): Promise<Page<OwnSessionView>> {
    const found = await this.sessions.own(actor, toListPage(query));
    return toPage(found, query, request.originalUrl, (row) => toOwnSessionView(row, actor));
  }

  @Delete('sessions')
  @Can('self.secure')
  @HttpCode(204)
  @ApiOperation({ operationId: 'endOtherSessions', summary: 'Sign out everywhere but here' })
  @ApiNoContentResponse()
  async endOthers(@CurrentActor() actor: PersonActor): Promise<void> {
    await this.endSessions.run(actor, actor.id);
  }

  @Delete('sessions/:id')
  @Can('self.secure')
  @HttpCode(204)
  @ApiOperation({ operationId: 'endSession', summary: 'Sign out one of your devices' })
  @ApiNoContentResponse()
  async end(@CurrentActor() actor: PersonActor, @Param('id', UuidId) id: string): Promise<void> {
    await this.endSession.run(actor, actor.id, id);
  }

  @Get('users/:id/sessions')
  @Can('users.sessions')
  @ApiOperation({ operationId: 'listUserSessions', summary: 'Where a person is signed in' })
  @ApiPage(OwnSessionView)
  async of(
    @CurrentActor() actor: PersonActor,
    @Param('id', UuidId) id: string,
    @Query() query: PageQuery,
    @Req() request: FastifyRequest,
  ): Promise<Page<OwnSessionView>> {
    const found = await this.sessions.of(actor, id, toListPage(query));
    return toPage(found, query, request.originalUrl, (row) => toOwnSessionView(row, actor));
  }

  @Delete('users/:id/sessions')
  @Can('users.sessions')
  @HttpCode(204)
  @ApiOperation({ operationId: 'endUserSessions', summary: 'Sign a person out everywhere' })
  @ApiNoContentResponse()
  async endAllOf(@CurrentActor() actor: PersonActor, @Param('id', UuidId) id: string): Promise<void> {
    await this.endSessions.run(actor, id);
  }

  @Delete('users/:id/sessions/:session')
  @Can('users.sessions')
  @HttpCode(204)
  @ApiOperation({ operationId: 'endUserSession', summary: 'Sign out one device of a person' })
  @ApiNoContentResponse()
  async endOf(
    @CurrentActor() actor: PersonActor,
    @Param('id', UuidId) id: string,
    @Param('session', UuidId) session: string,
  ): Promise<void> {
    await this.endSession.run(actor, id, session);
  }
}
