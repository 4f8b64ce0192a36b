import { SYSTEM } from '@desk/platform/security';

import { meanwhile } from '../../../../test/support/meanwhile';
import { actorOf, PASSWORD, TestAccounts } from '../../../../test/support/test-accounts';
import { Users } from '../store/users';
import { ChangePassword } from './change-password';
import { SetUserActive } from './set-user-active';
import { UpdateUser } from './update-user';

let desk: TestAccounts;

beforeEach(async () => {
  desk = await TestAccounts.start();
});

afterEach(() => desk.stop());

describe('whoever edits themselves meanwhile does not undo', () => {
  it.each(['profile', 'password'])('that they are deactivated or become a customer (%s)', async (what) => {
    for (const change of ['leave', 'demote']) {
      const person = actorOf(
        await desk.createPerson('agent', `${change}-${what}@velumera.example`, PASSWORD),
      );
      const edit = () =>
        what === 'profile'
          ? desk.get(UpdateUser).run(person, person.id, { phone: '+44 20 7946 0000' })
          : desk.get(ChangePassword).run(person, {
              current_password: PASSWORD,
              new_password: 'another-sailing-88',
            });
      await meanwhile(desk.get(Users), edit, () =>
        change === 'leave'
          ? desk.get(SetUserActive).run(SYSTEM, person.id, false)
          : desk.get(UpdateUser).run(SYSTEM, person.id, { role: 'customer' }),
      );
      const [row] = await desk.rows<{ is_active: number; role: string }>(
        'SELECT is_active, role FROM jrd_users WHERE id = ?',
        [person.id],
      );
      expect(row).toEqual(
        change === 'leave' ? { is_active: 0, role: 'agent' } : { is_active: 1, role: 'customer' },
      );
    }
  });
});
