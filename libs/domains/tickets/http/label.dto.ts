import { Bool, BoolParam, HexColor, Int, Line, OneOf, PageQuery, Text } from '@desk/platform/http';

import type { CategoryBrief, CategoryRow } from '../store/label-reads';

/** A category beside a ticket. */
export class CategoryBriefView {
  @Int()
  id!: number;

  @Text({ max: 100 })
  name!: string;

  @Text({ max: 120 })
  slug!: string;

  @HexColor()
  color!: string;
}

export class CategoryView extends CategoryBriefView {
  @Text({ max: 10000, min: 0 })
  description!: string;

  @Bool()
  is_active!: boolean;
}

export class TagView {
  @Text({ max: 50 })
  name!: string;

  @HexColor()
  color!: string;
}

export class CategoryBody {
  @Line({ max: 100 })
  name!: string;

  @Text({ max: 10000, min: 0, optional: true })
  description?: string;

  @HexColor({ optional: true })
  color?: string;

  @Bool({ optional: true, description: 'False: kept by the tickets that have it, offered to none.' })
  is_active?: boolean;
}

export class UpdateCategoryBody {
  @Line({ max: 100, optional: true })
  name?: string;

  @Text({ max: 10000, min: 0, optional: true })
  description?: string;

  @HexColor({ optional: true })
  color?: string;

  @Bool({ optional: true })
  is_active?: boolean;
}

/** A tag by itself; beside a ticket it is a `TagView`. */
export class LabelView {
  @Int()
  id!: number;

  @Text({ max: 50 })
  name!: string;

  @Text({ max: 60 })
  slug!: string;

  @HexColor()
  color!: string;
}

export class TagBody {
  @Line({ max: 50 })
  name!: string;

  @HexColor({ optional: true })
  color?: string;
}

export class UpdateTagBody {
  @Line({ max: 50, optional: true })
  name?: string;

  @HexColor({ optional: true })
  color?: string;
}

export class CategoriesQuery extends PageQuery {
  @Text({ max: 100, min: 0, optional: true, description: 'Part of the name.' })
  search?: string;

  @BoolParam({ description: 'Customers see active ones only.' })
  is_active?: boolean;

  @OneOf(['name', '-name'], { optional: true })
  ordering?: 'name' | '-name';
}

export class TagsQuery extends PageQuery {
  @Text({ max: 50, min: 0, optional: true, description: 'Part of the name.' })
  search?: string;

  @OneOf(['name', '-name'], { optional: true })
  ordering?: 'name' | '-name';
}

export function toCategoryBrief({ id, name, slug, color }: CategoryBrief): CategoryBriefView {
  return { id, name, slug, color };
}

export function toCategoryView({ is_active, ...rest }: CategoryRow): CategoryView {
  return { ...rest, is_active: is_active === 1 };
}
