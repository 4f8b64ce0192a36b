import { Injectable } from '@nestjs/common';

import { ListPage, Slice } from '@desk/platform/http';

import { GOOD_FOR_MS } from '../model/one-time-link';
import { UserList, UserRow } from '../store/user-list';
import { toDate } from '@desk/platform/database';

export type Invitation = UserRow & { expires_at: Date };

@Injectable()
export class InvitationQueries {
  constructor(private readonly users: UserList) {}

  /** Those that nobody has accepted, the newest first; also when their link has expired. */
  async open(search: string | undefined, page: ListPage): Promise<Slice<Invitation>> {
    const found = await this.users.page({ is_invited: true, search }, 'invited_at', true, page);
    return { ...found, rows: found.rows.map(toInvitation) };
  }

  async one(userId: string): Promise<Invitation | null> {
    const row = await this.users.row(userId);
    return row === null || row.invited_at === null ? null : toInvitation(row);
  }
}

function toInvitation(row: UserRow): Invitation {
  const sentAt = toDate(row.invited_at ?? row.date_joined);
  return { ...row, expires_at: new Date(sentAt.getTime() + GOOD_FOR_MS.invitation) };
}
