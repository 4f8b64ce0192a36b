import { Bool, HexColor, Int, Text } from '@desk/platform/http';

import type { CategoryRow } from '../store/label-reads';

export class CategoryView {
  @Int()
  id!: number;

  @Text({ max: 100 })
  name!: string;

  @Text({ max: 120 })
  slug!: string;

  @Text({ max: 10000, min: 0 })
  description!: string;

  @HexColor()
  color!: string;

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
  @Text({ max: 100 })
  name!: string;

  @Text({ max: 10000, min: 0, optional: true })
  description?: string;

  @HexColor({ optional: true })
  color?: string;
}

export function toCategoryView({ is_active, ...rest }: CategoryRow): CategoryView {
  return { ...rest, is_active: is_active === 1 };
}
