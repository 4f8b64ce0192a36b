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

  /** Times that it was claimed and not given back. */
  @IntColumn()
  attempts!: number;

  /** How many of these ended with their process. */
  @IntColumn()
  losses!: number;

  @InstantColumn()
  run_at!: Date;

  /** Until when a running job belongs to the worker that claimed it. */
  @InstantColumn({ nullable: true })
  leased_until!: Date | null;

  /** The process of that worker, so that those who can tell need not wait for the end of a lease. */
  @TextColumn(300, { nullable: true })
  held_by!: string | null;

  @TextColumn(500, { nullable: true })
  last_error!: string | null;
}
