import { Body, Controller, Get, HttpCode, Param, Query, Req } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

import { ApiPage, Delete, IntId, type Page, PAGE_SIZE, Patch, Post, Put, toPage } from '@desk/platform/http';
import { Can, CurrentActor, type PersonActor } from '@desk/platform/security';

import { CreateCategory } from '../actions/create-category';
import { DeleteCategory } from '../actions/delete-category';
import { ReadLabels } from '../actions/read-labels';
import { UpdateCategory } from '../actions/update-category';
import { CategoriesQuery, CategoryBody, CategoryView, toCategoryView, UpdateCategoryBody } from './label.dto';

@ApiTags('tickets')
@Controller('tickets/categories')
export class CategoriesController {
  constructor(
    private readonly read: ReadLabels,
    private readonly createCategory: CreateCategory,
    private readonly updateCategory: UpdateCategory,
    private readonly deleteCategory: DeleteCategory,
  ) {}

  @Get()
  @Can('categories.read')
  @ApiOperation({
    operationId: 'listCategories',
    summary: 'Categories by name; for customers the active ones',
  })
  @ApiPage(CategoryView)
  async list(
    @CurrentActor() actor: PersonActor,
    @Query() query: CategoriesQuery,
    @Req() request: FastifyRequest,
  ): Promise<Page<CategoryView>> {
    const slice = await this.read.categories(actor, {
      search: query.search ?? '',
      isActive: query.is_active,
      descending: query.ordering === '-name',
      size: query.page_size ?? PAGE_SIZE,
      page: query.page ?? 1,
      cursor: query.cursor,
    });
    return toPage(slice, query, request.originalUrl, toCategoryView);
  }

  @Post()
  @Can('categories.write')
  @ApiOperation({ operationId: 'createCategory', summary: 'Add a category' })
  @ApiCreatedResponse({ type: CategoryView })
  async create(@CurrentActor() actor: PersonActor, @Body() body: CategoryBody): Promise<CategoryView> {
    return this.get(actor, (await this.createCategory.run(actor, body)).id);
  }

  @Get(':id')
  @Can('categories.read')
  @ApiOperation({ operationId: 'getCategory', summary: 'One category; for customers an active one' })
  @ApiOkResponse({ type: CategoryView })
  async get(@CurrentActor() actor: PersonActor, @Param('id', IntId) id: number): Promise<CategoryView> {
    return toCategoryView(await this.read.category(actor, id));
  }

  @Patch(':id')
  @Can('categories.write')
  @ApiOperation({ operationId: 'updateCategory', summary: 'Change a category; its slug stays' })
  @ApiOkResponse({ type: CategoryView })
  async update(
    @CurrentActor() actor: PersonActor,
    @Param('id', IntId) id: number,
    @Body() body: UpdateCategoryBody,
  ): Promise<CategoryView> {
    await this.updateCategory.run(actor, { id, changes: body });
    return this.get(actor, id);
  }

  @Put(':id')
  @Can('categories.write')
  @ApiOperation({ operationId: 'replaceCategory', summary: 'Like PATCH, but `name` must be there' })
  @ApiOkResponse({ type: CategoryView })
  async replace(
    @CurrentActor() actor: PersonActor,
    @Param('id', IntId) id: number,
    @Body() body: CategoryBody,
  ): Promise<CategoryView> {
    return this.update(actor, id, body);
  }

  @Delete(':id')
  @HttpCode(204)
  @Can('categories.write')
  @ApiOperation({ operationId: 'deleteCategory', summary: 'Remove a category that no ticket has' })
  @ApiNoContentResponse()
  remove(@CurrentActor() actor: PersonActor, @Param('id', IntId) id: number): Promise<void> {
    return this.deleteCategory.run(actor, id);
  }
}
