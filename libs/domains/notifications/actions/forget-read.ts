import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';

import { Notifications } from '../store/notifications';

/** Days that a notice is kept after it was read. One that nobody has read stays. */
export const READ_KEPT_DAYS = 90;

const DAY_MS = 24 * 60 * 60_000;
/** In one transaction: more would keep other writers waiting. */
const BATCH = 200;

@Injectable()
export class ForgetRead {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly notifications: Notifications,
  ) {}

  async run(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - READ_KEPT_DAYS * DAY_MS);
    while ((await this.unitOfWork.run(() => this.notifications.forgetRead(before, BATCH))) === BATCH);
  }
}
