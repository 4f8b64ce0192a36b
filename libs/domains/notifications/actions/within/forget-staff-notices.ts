import { Injectable } from '@nestjs/common';

import { isStaff, type Role } from '@desk/contracts';
import { RoleChanged } from '@desk/domains/accounts';
import { type DeskEvent, Within } from '@desk/platform/events';

import { Notifications } from '../../store/notifications';

/** An inbox of staff quotes internal notes: whoever becomes a customer begins with an empty one, at that very moment. */
@Injectable()
export class ForgetStaffNotices {
  constructor(private readonly notifications: Notifications) {}

  @Within(RoleChanged, { order: 10 })
  async run({ payload }: DeskEvent<{ userId: string; before: Role; after: Role }>): Promise<void> {
    const { userId, before, after } = payload;
    if (isStaff(before) && !isStaff(after)) await this.notifications.forgetAllOf(userId);
  }
}
