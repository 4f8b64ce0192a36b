import { Entity, Index } from 'typeorm';

import { InstantColumn, IntColumn, LongColumn, TextColumn, UuidPrimaryColumn } from '@desk/platform/database';

export const JOB_STATES = ['ready', 'running', 'parked'] as const;
export type JobState = (typeof JOB_STATES)[number];

/** A job of the `sql` adapter. Finished jobs are deleted. */
@Entity('jobs')
// The name is last: what a claim leaves out, it leaves out without reading the row.
@Index('ix_jobs_state_run_at', ['state', 'run_at', 'id', 'name'])
@Index('ux_jobs_job_key', ['job_key'], { unique: true })
export class JobRow {
  @UuidPrimaryColumn()
  id!: string;

  @TextColumn(100)
  name!: string;

  @TextColumn(190)
  job_key!: string;

  @LongColumn()
  payload!: string;

  @TextColumn(10)
  state!: JobState;

  @IntColumn()
  attempts!: number;

  @InstantColumn()
  run_at!: Date;

  /** Until when a running job belongs to the worker that claimed it. */
  @InstantColumn({ nullable: true })
  leased_until!: Date | null;

  @TextColumn(500, { nullable: true })
  last_error!: string | null;
}
