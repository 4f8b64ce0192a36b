import { Injectable } from '@nestjs/common';

import { UnitOfWork } from '@desk/platform/database';
import { EventBus } from '@desk/platform/events';
import { SYSTEM } from '@desk/platform/security';

import { PasswordResetAsked } from '../model/events';

/** Whoever asks learns nothing: whether there is such a person is looked at after the answer. */
@Injectable()
export class AskPasswordReset {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly events: EventBus,
  ) {}

  async run({ email }: { email: string }): Promise<void> {
    await this.unitOfWork.run(() => this.events.publish(PasswordResetAsked, SYSTEM, { email }));
  }
}
