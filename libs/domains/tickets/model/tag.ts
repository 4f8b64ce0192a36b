import { Entity, Index, PrimaryColumn } from 'typeorm';

import { IdColumn, TextColumn } from '@desk/platform/database';

@Entity('jrd_tags')
@Index('ux_tags_name_key', ['name_key'], { unique: true })
@Index('ux_tags_slug', ['slug'], { unique: true })
export class Tag {
  @IdColumn()
  id!: number;

  @TextColumn(50)
  name!: string;

  @TextColumn(50)
  name_key!: string;

  @TextColumn(60)
  slug!: string;

  @TextColumn(7)
  color!: string;
}

@Entity('jrd_ticket_tags')
@Index('ix_ticket_tags_tag', ['tag_id', 'ticket_id'])
export class TicketTag {
  @PrimaryColumn({ type: 'int' })
  ticket_id!: number;

  @PrimaryColumn({ type: 'int' })
  tag_id!: number;
}
