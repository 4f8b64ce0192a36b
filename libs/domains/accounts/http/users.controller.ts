import { Body, Controller, Get, HttpCode, Param, Query, Req } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

import { ApiPage, Delete, type Page, Patch, Post, Put, toPage, UuidId } from '@desk/platform/http';
import { Can, CurrentActor, type PersonActor } from '@desk/platform/security';

import { Avatars } from '../actions/avatars';
import { CreateUser } from '../actions/create-user';
import { SetUserActive } from '../actions/set-user-active';
import { UpdateUser, UserChanges } from '../actions/update-user';
import { UserQueries } from '../actions/user-queries';
import { CreateUserBody, ReplaceUserBody, UpdateUserBody } from './user-bodies.dto';
import { toListPage, toSort, UsersQuery } from './user-queries.dto';
import { toUserView, UserView } from './user.dto';

@ApiTags('accounts')
@Controller('accounts/users')
export class UsersController {
  constructor(
    private readonly users: UserQueries,
    private readonly createUser: CreateUser,
    private readonly updateUser: UpdateUser,
    private readonly setUserActive: SetUserActive,
    private readonly avatars: Avatars,
  ) {}

  @Get()
  @Can('users.list')
  @ApiOperation({ operationId: 'listUsers', summary: 'People; for a customer only themselves' })
  @ApiPage(UserView)
  async list(
    @CurrentActor() actor: PersonActor,
    @Query() query: UsersQuery,
    @Req() request: FastifyRequest,
  ): Promise<Page<UserView>> {
    const { role, is_active, is_online, is_invited, email, department, job_title, search } = query;
    const { sort, descending } = toSort(query.ordering ?? 'name');
    const filters = { role, is_active, is_online, is_invited, email, department, job_title, search };
    const found = await this.users.list(actor, filters, sort, descending, toListPage(query));
    const avatarOf = this.avatars.shownTo(actor);
    return toPage(found, query, request.originalUrl, (row) => toUserView(row, avatarOf));
  }

  @Post()
  @Can('users.create')
  @ApiOperation({ operationId: 'createUser', summary: 'Create a person' })
  @ApiCreatedResponse({ type: UserView })
  async create(@CurrentActor() actor: PersonActor, @Body() body: CreateUserBody): Promise<UserView> {
    const { id } = await this.createUser.run(actor, body);
    return this.view(actor, id);
  }

  @Get(':id')
  @Can('users.list')
  @ApiOperation({ operationId: 'getUser', summary: 'One person' })
  @ApiOkResponse({ type: UserView })
  async get(@CurrentActor() actor: PersonActor, @Param('id', UuidId) id: string): Promise<UserView> {
    return this.view(actor, id);
  }

  @Put(':id')
  @Can('users.update')
  @ApiOperation({ operationId: 'replaceUser', summary: 'Change a person; what is required is sent' })
  @ApiOkResponse({ type: UserView })
  async replace(
    @CurrentActor() actor: PersonActor,
    @Param('id', UuidId) id: string,
    @Body() body: ReplaceUserBody,
  ): Promise<UserView> {
    return this.change(actor, id, body);
  }

  @Patch(':id')
  @Can('users.update')
  @ApiOperation({ operationId: 'updateUser', summary: 'Change a person' })
  @ApiOkResponse({ type: UserView })
  async update(
    @CurrentActor() actor: PersonActor,
    @Param('id', UuidId) id: string,
    @Body() body: UpdateUserBody,
  ): Promise<UserView> {
    return this.change(actor, id, body);
  }

  @Delete(':id')
  @Can('users.update')
  @HttpCode(204)
  @ApiOperation({ operationId: 'deactivateUser', summary: 'Deactivate a person: nobody is ever deleted' })
  @ApiNoContentResponse()
  async deactivate(@CurrentActor() actor: PersonActor, @Param('id', UuidId) id: string): Promise<void> {
    await this.setUserActive.run(actor, id, false);
  }

  @Post(':id/toggle')
  @Can('users.update')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'toggleUser',
    summary: 'Deactivate an active person, activate an inactive one',
  })
  @ApiOkResponse({ type: UserView })
  async toggle(@CurrentActor() actor: PersonActor, @Param('id', UuidId) id: string): Promise<UserView> {
    await this.setUserActive.run(actor, id, 'toggle');
    return this.view(actor, id);
  }

  private async change(actor: PersonActor, id: string, changes: UserChanges): Promise<UserView> {
    await this.updateUser.run(actor, id, changes);
    return this.view(actor, id);
  }

  private async view(actor: PersonActor, id: string): Promise<UserView> {
    return toUserView(await this.users.get(actor, id), this.avatars.shownTo(actor));
  }
}
