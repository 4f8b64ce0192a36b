import { Entity, Index } from 'typeorm';

import { BoolColumn, IdColumn, InstantColumn, LongColumn, TextColumn } from '@desk/platform/database';

@Entity('jrd_categories')
@Index('ux_categories_name_key', ['name_key'], { unique: true })
@Index('ux_categories_slug', ['slug'], { unique: true })
export class Category {
  @IdColumn()
  id!: number;

  @TextColumn(100)
  name!: string;

  /** The name without regard to case: what must be unique. */
  @TextColumn(100)
  name_key!: string;

  @TextColumn(120)
  slug!: string;

  @LongColumn()
  description!: string;

  @TextColumn(7)
  color!: string;

  @BoolColumn()
  is_active!: boolean;

  @InstantColumn()
  created_at!: Date;
}

export const DEFAULT_COLOR = '#6366f1';
