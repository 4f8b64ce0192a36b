import { Body, Controller, Get, HttpCode, Param, Query, Req } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

import { PeopleQueries } from '@desk/domains/accounts';
import { ApiPage, Delete, Page, PAGE_SIZE, Patch, Post, Put, toPage, UuidId } from '@desk/platform/http';
import { Can, CurrentActor } from '@desk/platform/security';
import type { PersonActor } from '@desk/platform/security';

import { CreateRule } from '../actions/create-rule';
import { DeleteRule } from '../actions/delete-rule';
import { RuleQueries, RuleWithRuns } from '../actions/rule-queries';
import { UpdateRule } from '../actions/update-rule';
import { RuleSort } from '../store/rule-list';
import {
  RuleBody,
  RuleChangesBody,
  RulesQuery,
  RuleStatsView,
  RuleView,
  toRuleDto,
  toRuleStatsDto,
} from './rule.dto';

@ApiTags('automation')
@Controller('automation/rules')
export class RulesController {
  constructor(
    private readonly rules: RuleQueries,
    private readonly people: PeopleQueries,
    private readonly createRule: CreateRule,
    private readonly updateRule: UpdateRule,
    private readonly deleteRule: DeleteRule,
  ) {}

  @Get()
  @Can('automation.read')
  @ApiOperation({ operationId: 'listRules', summary: 'Automation rules, in the order in which they run' })
  @ApiPage(RuleView)
  async list(
    @CurrentActor() actor: PersonActor,
    @Query() query: RulesQuery,
    @Req() request: FastifyRequest,
  ): Promise<Page<RuleView>> {
    const { page = 1, page_size: size = PAGE_SIZE, cursor, ordering = 'priority_order', ...filters } = query;
    const order = { sort: ordering.replace('-', '') as RuleSort, descending: ordering.startsWith('-') };
    const slice = await this.rules.page(actor, filters, order, { page, size, cursor });
    const toDto = await this.withAuthors(slice.rows);
    return toPage(slice, query, request.originalUrl, toDto);
  }

  @Get('stats')
  @Can('automation.read')
  @ApiOperation({ operationId: 'ruleStats', summary: 'How many rules there are and what came of them' })
  @ApiOkResponse({ type: RuleStatsView })
  async stats(@CurrentActor() actor: PersonActor): Promise<RuleStatsView> {
    return toRuleStatsDto(await this.rules.stats(actor));
  }

  @Post()
  @Can('automation.write')
  @ApiOperation({ operationId: 'createRule', summary: 'A new rule' })
  @ApiCreatedResponse({ type: RuleView })
  async create(@CurrentActor() actor: PersonActor, @Body() body: RuleBody): Promise<RuleView> {
    return this.view(actor, await this.createRule.run(actor, body));
  }

  @Get(':id')
  @Can('automation.read')
  @ApiOperation({ operationId: 'getRule', summary: 'One rule' })
  @ApiOkResponse({ type: RuleView })
  get(@CurrentActor() actor: PersonActor, @Param('id', UuidId) id: string): Promise<RuleView> {
    return this.view(actor, id);
  }

  @Put(':id')
  @Can('automation.write')
  @ApiOperation({ operationId: 'replaceRule', summary: 'Change a rule, its required fields given' })
  @ApiOkResponse({ type: RuleView })
  replace(
    @CurrentActor() actor: PersonActor,
    @Param('id', UuidId) id: string,
    @Body() body: RuleBody,
  ): Promise<RuleView> {
    return this.change(actor, id, body);
  }

  @Patch(':id')
  @Can('automation.write')
  @ApiOperation({ operationId: 'updateRule', summary: 'Change a rule' })
  @ApiOkResponse({ type: RuleView })
  update(
    @CurrentActor() actor: PersonActor,
    @Param('id', UuidId) id: string,
    @Body() body: RuleChangesBody,
  ): Promise<RuleView> {
    return this.change(actor, id, body);
  }

  @Delete(':id')
  @HttpCode(204)
  @Can('automation.delete')
  @ApiOperation({ operationId: 'deleteRule', summary: 'Delete a rule; its log stays' })
  @ApiNoContentResponse()
  remove(@CurrentActor() actor: PersonActor, @Param('id', UuidId) id: string): Promise<void> {
    return this.deleteRule.run(actor, { id });
  }

  private async change(actor: PersonActor, id: string, changes: RuleChangesBody): Promise<RuleView> {
    await this.updateRule.run(actor, { id, changes });
    return this.view(actor, id);
  }

  private async view(actor: PersonActor, id: string): Promise<RuleView> {
    const found = await this.rules.one(actor, id);
    return (await this.withAuthors([found]))(found);
  }

  private async withAuthors(found: readonly RuleWithRuns[]): Promise<(row: RuleWithRuns) => RuleView> {
    const ids = found.flatMap(({ rule }) => (rule.created_by_id === null ? [] : [rule.created_by_id]));
    const authors = await this.people.briefs(ids);
    return (row) => toRuleDto(row, authors);
  }
}
