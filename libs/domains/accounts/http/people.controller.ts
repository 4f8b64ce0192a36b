import { Body, Controller, Get, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

import { ApiPage, type Page, Patch, toPage } from '@desk/platform/http';
import { BeforeProfile, Can, CurrentActor, type PersonActor, WithoutFactor } from '@desk/platform/security';

import { Avatars } from '../actions/avatars';
import { UpdateUser } from '../actions/update-user';
import { UserQueries } from '../actions/user-queries';
import { briefFromRow } from '../model/person-brief';
import { PersonBriefView, toPersonBrief } from '../actions/person-brief.view';
import { UpdateUserBody } from './user-bodies.dto';
import { AgentsQuery, toListPage } from './user-queries.dto';
import { toUserView, UserStatsView, UserView } from './user.dto';

/** The named ones among `accounts/users/`: oneself, the staff, the numbers. */
@ApiTags('accounts')
@Controller('accounts/users')
export class PeopleController {
  constructor(
    private readonly users: UserQueries,
    private readonly updateUser: UpdateUser,
    private readonly avatars: Avatars,
  ) {}

  @Get('me')
  @BeforeProfile()
  @Can('self.read')
  @WithoutFactor()
  @ApiOperation({ operationId: 'getMe', summary: 'Your own profile' })
  @ApiOkResponse({ type: UserView })
  async me(@CurrentActor() actor: PersonActor): Promise<UserView> {
    return this.own(actor);
  }

  @Patch('me')
  @BeforeProfile()
  @Can('self.update')
  @ApiOperation({ operationId: 'updateMe', summary: 'Change your own profile' })
  @ApiOkResponse({ type: UserView })
  async updateMe(@CurrentActor() actor: PersonActor, @Body() body: UpdateUserBody): Promise<UserView> {
    await this.updateUser.run(actor, actor.id, body);
    return this.own(actor);
  }

  @Get('agents')
  @Can('users.agents')
  @ApiOperation({ operationId: 'listAgents', summary: 'Active staff, by name' })
  @ApiPage(PersonBriefView)
  async agents(
    @CurrentActor() actor: PersonActor,
    @Query() query: AgentsQuery,
    @Req() request: FastifyRequest,
  ): Promise<Page<PersonBriefView>> {
    const found = await this.users.agents(query.search, toListPage(query));
    const avatarOf = this.avatars.shownTo(actor);
    return toPage(found, query, request.originalUrl, (row) => toPersonBrief(briefFromRow(row), avatarOf));
  }

  @Get('stats')
  @Can('users.stats')
  @ApiOperation({ operationId: 'getUserStats', summary: 'How many people there are' })
  @ApiOkResponse({ type: UserStatsView })
  stats(): Promise<UserStatsView> {
    return this.users.stats();
  }

  private async own(actor: PersonActor): Promise<UserView> {
    return toUserView(await this.users.own(actor.id), this.avatars.shownTo(actor));
  }
}
