/** A job to be done once, after the transaction that asked for it. */
export interface NewJob {
  name: string;
  payload: unknown;
  /** The same key twice, while the first is neither finished nor parked, is one job. */
  key: string;
}

export interface Job extends NewJob {
  /** From 1: which try this is. One that ended with its process is not counted. */
  attempt: number;
}

/**
 * Does a job. `settle` marks it done where the queue keeps it in the database; called inside the unit of work of the
 * job's effect, so that effect and end are one commit.
 */
export type RunJob = (job: Job, settle: () => Promise<void>) => Promise<void>;

export interface ParkedJob {
  id: string;
  name: string;
  key: string;
  error: string;
}

/**
 * The port. At least once, retried with growing delays; after the last try a job is parked for an administrator. Where jobs
 * outlive their process, one that was lost with it is begun again soon, and parked only when that went on for long.
 */
export abstract class JobQueue {
  /** True where `add` writes rows of the open unit of work; false where jobs leave the process. */
  abstract readonly storesInDatabase: boolean;

  /** Answers when the jobs are kept, before they are done. One whose key is parked takes the parked one's place. */
  abstract add(jobs: readonly NewJob[]): Promise<void>;

  /** Begins to hand jobs to `run`. */
  abstract start(run: RunJob): Promise<void>;

  /** Ends with the jobs under way finished and no new one begun. */
  abstract stop(): Promise<void>;

  abstract parked(): Promise<ParkedJob[]>;

  /** Jobs waiting or under way: for metrics and for tests that wait until all is quiet. */
  abstract pending(): Promise<number>;
}

/** Delay before the try after `attempt`, in milliseconds; null when that was the last. */
export function retryDelay(attempt: number): number | null {
  return RETRY_DELAYS_MS[attempt - 1] ?? null;
}

const RETRY_DELAYS_MS = [500, 2_000, 10_000, 60_000, 300_000, 1_800_000, 7_200_000];

export const MAX_ATTEMPTS = RETRY_DELAYS_MS.length + 1;

/** So many losses are no accident: this job ends whoever does it. */
export const MAX_LOSSES = 30;

/** From here on a job is suspected: a worker does one of them at a time, so that the innocent soon part from the guilty. */
export const SUSPICIOUS_LOSSES = 3;

const LONGEST_LOSS_DELAY_MS = 10_000;

/** Delay before a job is begun again that was lost so often, in milliseconds; null when that was the last time. */
export function lossDelay(losses: number): number | null {
  return losses >= MAX_LOSSES ? null : Math.min((losses - 1) * 500, LONGEST_LOSS_DELAY_MS);
}
