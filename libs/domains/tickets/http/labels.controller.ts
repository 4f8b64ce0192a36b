import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { Can, CurrentActor, isCustomerActor, type PersonActor } from '@desk/platform/security';

import { CreateCategory } from '../actions/create-category';
import { ReadTickets } from '../actions/read-tickets';
import { CategoryBody, CategoryView, toCategoryView } from './label.dto';

@ApiTags('tickets')
@Controller('tickets/categories')
export class LabelsController {
  constructor(
    private readonly read: ReadTickets,
    private readonly createCategory: CreateCategory,
  ) {}

  @Get()
  @Can('categories.read')
  @ApiOperation({ operationId: 'listCategories', summary: 'Categories; for customers the active ones' })
  @ApiOkResponse({ type: [CategoryView] })
  async list(@CurrentActor() actor: PersonActor): Promise<CategoryView[]> {
    const categories = await this.read.categories();
    return categories.filter((category) => category.is_active || !isCustomerActor(actor)).map(toCategoryView);
  }

  @Post()
  @Can('categories.write')
  @ApiOperation({ operationId: 'createCategory', summary: 'Add a category' })
  @ApiCreatedResponse({ type: CategoryView })
  async create(@CurrentActor() actor: PersonActor, @Body() body: CategoryBody): Promise<CategoryView> {
    return toCategoryView(await this.createCategory.run(actor, body));
  }
}
