import { AsyncResource } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';

import { SYSTEM } from '@desk/platform/security';

import { actorOf, PASSWORD, TestAccounts } from '../../../../test/support/test-accounts';
import { Users } from '../store/users';
import { ChangePassword } from './change-password';
import { SetUserActive } from './set-user-active';
import { UpdateUser } from './update-user';

/** How long the first waits for the second, which on SQLite, and with the row held, waits for the first. */
const WAIT_MS = 700;

let desk: TestAccounts;

beforeEach(async () => {
  desk = await TestAccounts.start();
});

afterEach(() => desk.stop());

/** `second` begins when `first` has read what it is about to write. */
async function meanwhile(first: () => Promise<unknown>, second: () => Promise<unknown>): Promise<void> {
  const users = desk.get(Users);
  const save = users.save.bind(users);
  // In a unit of work of its own, not in the first one's.
  const apart = AsyncResource.bind(second);
  let other: Promise<unknown> = Promise.resolve();
  jest.spyOn(users, 'save').mockImplementationOnce(async (user) => {
    other = apart();
    await Promise.race([other, pause(WAIT_MS)]);
    await save(user);
  });
  await first();
  await other;
}

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
      await meanwhile(edit, () =>
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
