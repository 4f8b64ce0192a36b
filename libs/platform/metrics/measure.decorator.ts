import { SetMetadata } from '@nestjs/common';

export const MEASURE = 'desk:measure';

export interface MeasureOptions {
  /** `desk_` and a name as Prometheus wants it: the unit at the end. */
  name: string;
  help: string;
}

/**
 * A figure that is asked for whenever somebody reads the metrics, so it must be cheap: a count or the oldest row by an
 * index. For what is true of the whole desk, whichever process says it.
 */
export function Measure(
  options: MeasureOptions,
): (
  target: object,
  key: string | symbol,
  descriptor: TypedPropertyDescriptor<() => Promise<number>>,
) => void {
  return SetMetadata(MEASURE, options);
}
