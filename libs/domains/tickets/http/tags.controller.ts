import { Body, Controller, Get, HttpCode, Param, Query, Req } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

import {
  ApiPage,
  decodeCursor,
  Delete,
  IntId,
  type Page,
  PAGE_SIZE,
  Patch,
  Post,
  Put,
  toPage,
} from '@desk/platform/http';
import { Can, CurrentActor, type PersonActor } from '@desk/platform/security';

import { CreateTag } from '../actions/create-tag';
import { DeleteTag } from '../actions/delete-tag';
import { ReadLabels } from '../actions/read-labels';
import { UpdateTag } from '../actions/update-tag';
import { LabelView, TagBody, TagsQuery, UpdateTagBody } from './label.dto';

@ApiTags('tickets')
@Controller('tickets/tags')
export class TagsController {
  constructor(
    private readonly read: ReadLabels,
    private readonly createTag: CreateTag,
    private readonly updateTag: UpdateTag,
    private readonly deleteTag: DeleteTag,
  ) {}

  @Get()
  @Can('tags.read')
  @ApiOperation({ operationId: 'listTags', summary: 'Tags by name' })
  @ApiPage(LabelView)
  async list(@Query() query: TagsQuery, @Req() request: FastifyRequest): Promise<Page<LabelView>> {
    const slice = await this.read.tags({
      search: query.search ?? '',
      descending: query.ordering === '-name',
      size: query.page_size ?? PAGE_SIZE,
      page: query.page ?? 1,
      cursor: query.cursor === undefined ? undefined : decodeCursor(query.cursor),
    });
    return toPage(slice, query, request.originalUrl, (row) => row);
  }

  @Post()
  @Can('tags.write')
  @ApiOperation({ operationId: 'createTag', summary: 'Add a tag' })
  @ApiCreatedResponse({ type: LabelView })
  async create(@CurrentActor() actor: PersonActor, @Body() body: TagBody): Promise<LabelView> {
    return this.get((await this.createTag.run(actor, body)).id);
  }

  @Get(':id')
  @Can('tags.read')
  @ApiOperation({ operationId: 'getTag', summary: 'One tag' })
  @ApiOkResponse({ type: LabelView })
  get(@Param('id', IntId) id: number): Promise<LabelView> {
    return this.read.tag(id);
  }

  @Patch(':id')
  @Can('tags.write')
  @ApiOperation({ operationId: 'updateTag', summary: 'Rename or recolour a tag; its slug stays' })
  @ApiOkResponse({ type: LabelView })
  async update(
    @CurrentActor() actor: PersonActor,
    @Param('id', IntId) id: number,
    @Body() body: UpdateTagBody,
  ): Promise<LabelView> {
    await this.updateTag.run(actor, { id, changes: body });
    return this.get(id);
  }

  @Put(':id')
  @Can('tags.write')
  @ApiOperation({ operationId: 'replaceTag', summary: 'Like PATCH, but `name` must be there' })
  @ApiOkResponse({ type: LabelView })
  async replace(
    @CurrentActor() actor: PersonActor,
    @Param('id', IntId) id: number,
    @Body() body: TagBody,
  ): Promise<LabelView> {
    return this.update(actor, id, body);
  }

  @Delete(':id')
  @HttpCode(204)
  @Can('tags.write')
  @ApiOperation({ operationId: 'deleteTag', summary: 'Remove a tag that no ticket has' })
  @ApiNoContentResponse()
  remove(@CurrentActor() actor: PersonActor, @Param('id', IntId) id: number): Promise<void> {
    return this.deleteTag.run(actor, id);
  }
}
