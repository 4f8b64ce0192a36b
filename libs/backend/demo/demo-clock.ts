import { Clock } from '@desk/platform/clock';

/** Stands where the replay has got to, so that everything is stamped as if it had happened then. */
export class DemoClock extends Clock {
  private instant = new Date(0);

  moveTo(instant: Date): void {
    this.instant = instant;
  }

  override present(): Date {
    return this.instant;
  }
}
