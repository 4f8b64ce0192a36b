import { Entity } from 'typeorm';

import { IdColumn } from './columns';

@Entity('write_lock')
export class WriteLock {
  @IdColumn()
  id!: number;
}
