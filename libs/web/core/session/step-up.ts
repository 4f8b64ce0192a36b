import { InjectionToken } from '@angular/core';

/** Asks whoever sits there to prove who they are once more. False: they would not. */
export type StepUp = () => Promise<boolean>;

/** Filled by the applications: what asks is a dialog, which this library knows nothing of. */
export const STEP_UP = new InjectionToken<StepUp>('STEP_UP', {
  providedIn: 'root',
  factory: () => () => Promise.resolve(false),
});
