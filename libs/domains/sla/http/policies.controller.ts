import { Body, Controller, Get, HttpCode, Param, Query, Req } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

import { ApiPage, Delete, IntId, Page, PAGE_SIZE, Patch, Post, Put, toPage } from '@desk/platform/http';
import { Can, CurrentActor } from '@desk/platform/security';
import type { PersonActor } from '@desk/platform/security';

import { CreatePolicy } from '../actions/create-policy';
import { DeletePolicy } from '../actions/delete-policy';
import { PolicyQueries } from '../actions/policy-queries';
import { UpdatePolicy } from '../actions/update-policy';
import { PolicyList, PolicySort } from '../store/policy-list';
import { toOrder } from './ordering';
import {
  CreatePolicyBody,
  PolicyListQuery,
  PolicyStatsView,
  PolicyView,
  toPolicyDto,
  toPolicyFields,
  toPolicyRowDto,
  toPolicyStatsDto,
  UpdatePolicyBody,
} from './policy.dto';

@ApiTags('sla')
@Controller('sla/policies')
export class PoliciesController {
  constructor(
    private readonly queries: PolicyQueries,
    private readonly list: PolicyList,
    private readonly createPolicy: CreatePolicy,
    private readonly updatePolicy: UpdatePolicy,
    private readonly deletePolicy: DeletePolicy,
  ) {}

  @Get()
  @Can('sla.read')
  @ApiPage(PolicyView)
  @ApiOperation({ operationId: 'listSlaPolicies', summary: 'SLA policies' })
  async page(@Query() query: PolicyListQuery, @Req() request: FastifyRequest): Promise<Page<PolicyView>> {
    const { sort, descending } = toOrder<PolicySort>(query.ordering ?? 'id');
    const filters = { priority: query.priority, isActive: query.is_active, search: query.search };
    const place = { page: query.page ?? 1, size: query.page_size ?? PAGE_SIZE, cursor: query.cursor };
    return toPage(
      await this.list.page(filters, sort, descending, place),
      query,
      request.originalUrl,
      toPolicyRowDto,
    );
  }

  @Get('stats')
  @Can('sla.read')
  @ApiOkResponse({ type: PolicyStatsView })
  @ApiOperation({
    operationId: 'getSlaStats',
    summary: 'Compliance of both clocks over all tickets with a deadline',
  })
  async stats(): Promise<PolicyStatsView> {
    return toPolicyStatsDto(await this.queries.compliance());
  }

  @Post()
  @Can('sla.write')
  @ApiCreatedResponse({ type: PolicyView })
  @ApiOperation({ operationId: 'createSlaPolicy', summary: 'A new SLA policy' })
  async create(@CurrentActor() actor: PersonActor, @Body() body: CreatePolicyBody): Promise<PolicyView> {
    return toPolicyDto(await this.createPolicy.run(actor, toPolicyFields(body)));
  }

  @Get(':id')
  @Can('sla.read')
  @ApiOkResponse({ type: PolicyView })
  @ApiOperation({ operationId: 'getSlaPolicy', summary: 'One SLA policy' })
  async one(@Param('id', IntId) id: number): Promise<PolicyView> {
    return toPolicyDto(await this.queries.byId(id));
  }

  @Put(':id')
  @Can('sla.write')
  @ApiOkResponse({ type: PolicyView })
  @ApiOperation({
    operationId: 'replaceSlaPolicy',
    summary: 'Change an SLA policy, with its required fields',
  })
  async replace(
    @CurrentActor() actor: PersonActor,
    @Param('id', IntId) id: number,
    @Body() body: CreatePolicyBody,
  ): Promise<PolicyView> {
    return toPolicyDto(await this.updatePolicy.run(actor, { policyId: id, changes: body }));
  }

  @Patch(':id')
  @Can('sla.write')
  @ApiOkResponse({ type: PolicyView })
  @ApiOperation({ operationId: 'updateSlaPolicy', summary: 'Change fields of an SLA policy' })
  async update(
    @CurrentActor() actor: PersonActor,
    @Param('id', IntId) id: number,
    @Body() body: UpdatePolicyBody,
  ): Promise<PolicyView> {
    return toPolicyDto(await this.updatePolicy.run(actor, { policyId: id, changes: body }));
  }

  @Delete(':id')
  @HttpCode(204)
  @Can('sla.write')
  @ApiNoContentResponse()
  @ApiOperation({
    operationId: 'deleteSlaPolicy',
    summary: 'Remove an SLA policy that was never used (409 otherwise)',
  })
  async remove(@CurrentActor() actor: PersonActor, @Param('id', IntId) id: number): Promise<void> {
    await this.deletePolicy.run(actor, { policyId: id });
  }
}
