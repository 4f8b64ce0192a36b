import { SYSTEM } from '@desk/platform/security';

import { meanwhile } from '../../../../test/support/meanwhile';
import { actorOf, PASSWORD, TestAccounts } from '../../../../test/support/test-accounts';
import { Users } from '../store/users';
import { AskEmailChange } from './ask-email-change';
import { ChangePassword } from './change-password';
import { PasswordHasher } from './password-hasher';
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

it('whoever knew the old password moves no account once there is another', async () => {
  const person = actorOf(await desk.createPerson('customer', 'carla@velumera.example', PASSWORD));
  const hasher = desk.get(PasswordHasher);
  const matches = hasher.matches.bind(hasher);
  jest.spyOn(hasher, 'matches').mockImplementationOnce(async (...typed) => {
    const isRight = await matches(...typed);
    const change = { current_password: PASSWORD, new_password: 'another-sailing-88' };
    await desk.get(ChangePassword).run(person, change);
    return isRight;
  });
  const wish = { email: 'thief@example.com', current_password: PASSWORD };
  await expect(desk.get(AskEmailChange).run(person, wish)).rejects.toMatchObject({
    code: 'password_changed_meanwhile',
  });
  expect(await desk.rows('SELECT id FROM jrd_one_time_links')).toEqual([]);
});
