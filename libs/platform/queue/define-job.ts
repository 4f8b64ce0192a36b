import { SetMetadata } from '@nestjs/common';

/** A kind of job, declared by the domain that does it. */
export interface JobDefinition<P> {
  readonly name: string;
  readonly payload?: P;
}

const defined = new Set<string>();

/** @throws when another kind of job has the name. */
export function defineJob<P>(name: string): JobDefinition<P> {
  if (defined.has(name)) throw new Error(`Two jobs are named ${name}`);
  defined.add(name);
  return { name };
}

/** Every kind of job in the code that this process has loaded: at boot each must have its body. */
export function definedJobs(): readonly string[] {
  return [...defined];
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
