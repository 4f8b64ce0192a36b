import { Entity, PrimaryColumn } from 'typeorm';

import { columnsFor, CreateTables, InstantColumn, IntColumn, Schema } from '@desk/platform/database';

@Entity('schedule_slots')
export class ScheduleSlot {
  @PrimaryColumn({ type: 'varchar', length: 100 })
  name!: string;

  /** Number of whole intervals since 1970. */
  @IntColumn()
  slot!: number;

  @InstantColumn()
  taken_at!: Date;
}

export class ScheduleSlots1700000000400 extends CreateTables {
  readonly name = 'ScheduleSlots1700000000400';

  protected tables(column: ReturnType<typeof columnsFor>) {
    return [
      {
        name: 'schedule_slots',
        columns: [column.textKey('name', 100), column.int('slot'), column.instant('taken_at')],
      },
    ];
  }
}

export const scheduleSchema: Schema = { entities: [ScheduleSlot], migrations: [ScheduleSlots1700000000400] };
