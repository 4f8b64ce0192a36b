import { SetMetadata } from '@nestjs/common';

/** A kind of job, declared by the domain that does it. */
export interface JobDefinition<P> {
  readonly name: string;
  readonly payload?: P;
}

export interface JobOptions {
  /**
   * How many of the kind one process does at once. For work that waits for somebody else's server, so that it leaves
   * lanes to the other kinds.
   */
  atOnce?: number;
}

const defined = new Map<string, JobOptions>();

/** @throws when another kind of job has the name. */
export function defineJob<P>(name: string, options: JobOptions = {}): JobDefinition<P> {
  if (defined.has(name)) throw new Error(`Two jobs are named ${name}`);
  defined.set(name, options);
  return { name };
}

/** Every kind of job in the code that this process has loaded: at boot each must have its body. */
export function definedJobs(): readonly string[] {
  return [...defined.keys()];
}

/** The kinds of which only so many are done at once, by name. */
export function limitedJobs(): ReadonlyMap<string, number> {
  const limits = new Map<string, number>();
  for (const [name, { atOnce }] of defined) if (atOnce !== undefined) limits.set(name, atOnce);
  return limits;
}

export const JOB = 'desk:job';

export interface JobMetadata {
  job: JobDefinition<unknown>;
}

/** The body of a job, in `work/`. It runs outside a unit of work and may run twice: it opens its own and looks first. */
export function Job<P>(
  job: JobDefinition<P>,
): (
  target: object,
  key: string | symbol,
  descriptor: TypedPropertyDescriptor<(payload: P) => Promise<void>>,
) => void {
  return SetMetadata(JOB, { job });
}
