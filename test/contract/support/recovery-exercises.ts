import { OneTimeMail } from '@desk/domains/accounts/actions/one-time-mail';
import type { LinkPurpose } from '@desk/domains/accounts/model/one-time-link';
import { UnitOfWork } from '@desk/platform/database';
import { LinkTokens } from '@desk/platform/mail';

import { type Json, type Prepare, type Principal, type Someone, type World } from './world';

/** The token of a link as it would be mailed to somebody. */
export async function mailed(
  world: World,
  purpose: LinkPurpose,
  person: { id: string; email: string },
): Promise<string> {
  const issue = () => world.desk.get(OneTimeMail).issue(purpose, person.id, person.email);
  const { id } = await world.desk.get(UnitOfWork).run(issue);
  return world.desk.get(LinkTokens).of(id);
}

const ofCaller = (world: World, by: Principal): Someone => world.people.get(by) ?? world.who('owner');

const invitee = (world: World): Json => ({
  email: `invited.${world.next()}@example.com`,
  first_name: 'New',
  last_name: 'Colleague',
  role: 'agent',
  department: 'Support',
});

const resent: Prepare = async (world) => ({ parameters: { id: String((await invited(world))['id']) } });

const invited = (world: World): Promise<Json> =>
  world.must('invitePerson', 'superadmin', { body: invitee(world) });

/** The token of an invitation. */
async function invitation(world: World): Promise<string> {
  const { id, email } = await invited(world);
  return mailed(world, 'invitation', { id: String(id), email: String(email) });
}

/** What is done by mailed links. */
export const RECOVERY_EXERCISES: Record<string, Prepare> = {
  listInvitations: () => ({}),
  invitePerson: (world) => ({ body: invitee(world) }),
  resendInvitation: resent,
  withdrawInvitation: resent,
  checkInvitation: async (world) => ({ body: { token: await invitation(world) } }),
  acceptInvitation: async (world) => ({
    body: { token: await invitation(world), password: 'plain-sailing-87', first_name: 'Renamed' },
  }),
  askEmailVerification: () => ({}),
  confirmEmail: async (world, by) => ({
    body: { token: await mailed(world, 'verify', ofCaller(world, by)) },
  }),
  askEmailChange: (world, by) => ({
    body: {
      email: `moved.${world.next()}@example.com`,
      current_password: world.people.get(by)?.password ?? 'none',
    },
  }),
  checkEmailChange: async (world, by) => ({
    body: { token: await mailed(world, 'change', ofCaller(world, by)) },
  }),
  // To where they are: whoever else asks signs in with it.
  confirmEmailChange: async (world, by) => ({
    body: { token: await mailed(world, 'change', ofCaller(world, by)) },
  }),
  askPasswordReset: (world) => ({ body: { email: world.who('owner').email } }),
  resetPassword: async (world) => {
    const token = await mailed(world, 'reset', await world.person('customer'));
    return { body: { token, new_password: `plain-sailing-${world.next()}-again` } };
  },
};
