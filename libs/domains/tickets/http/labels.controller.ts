import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { Can, CurrentActor, type PersonActor } from '@desk/platform/security';

import { CreateCategory } from '../actions/create-category';
import { ReadLabels } from '../actions/read-labels';
import { CategoryBody, CategoryView, toCategoryView } from './label.dto';

@ApiTags('tickets')
@Controller('tickets/categories')
export class LabelsController {
  constructor(
    private readonly read: ReadLabels,
    private readonly createCategory: CreateCategory,
  ) {}

  @Get()
  @Can('categories.read')
  @ApiOperation({ operationId: 'listCategories', summary: 'Categories; for customers the active ones' })
  @ApiOkResponse({ type: [CategoryView] })
  async list(@CurrentActor() actor: PersonActor): Promise<CategoryView[]> {
    return (await this.read.categories(actor)).map(toCategoryView);
  }

  @Post()
  @Can('categories.write')
  @ApiOperation({ operationId: 'createCategory', summary: 'Add a category' })
  @ApiCreatedResponse({ type: CategoryView })
  async create(@CurrentActor() actor: PersonActor, @Body() body: CategoryBody): Promise<CategoryView> {
    const { id } = await this.createCategory.run(actor, body);
    return toCategoryView(await this.read.category(actor, id));
  }
}
