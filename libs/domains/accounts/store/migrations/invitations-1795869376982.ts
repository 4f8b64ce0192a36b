import { addIndex, Migration, type Step } from '@desk/platform/database';

/** The few who are invited, among everybody. */
export class Invitations1795869376982 extends Migration {
  readonly name = 'Invitations1795869376982';

  steps(): Step[] {
    return [addIndex('jrd_users', 'ix_jrd_users_invited_at', ['invited_at', 'id'])];
  }
}
