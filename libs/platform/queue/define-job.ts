import { SetMetadata } from '@nestjs/common';

/** A kind of job, declared by the domain that does it. */
export interface JobDefinition<P> {
  readonly name: string;
  readonly payload?: P;
}

export function defineJob<P>(name: string): JobDefinition<P> {
  return { name };
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
