import { Identity } from '@desk/domains/accounts/model/identity';
import { Identities } from '@desk/domains/accounts/store/identities';
import { Database, UnitOfWork } from '@desk/platform/database';

import type { Exercise, Prepare, World } from './world';

/** Nobody who is here has yet to do it, so somebody new does in their place. */
const incompleteProfile: Prepare = async (world, by) => {
  const body = { first_name: 'New', last_name: 'Person' };
  if (by === 'anonymous' || by === 'deactivated') return { body };
  const { id, token } = await world.hire('customer', 'incomplete');
  const statement = 'UPDATE jrd_users SET is_profile_completed = 0 WHERE id = ?';
  await world.desk.get(UnitOfWork).run(() => world.desk.get(Database).run(statement, [id]));
  return { body, headers: { Authorization: `Bearer ${token}` } };
};

const atProvider: Prepare = () => ({ parameters: { name: 'google' } });

/** Something that the owner's account is linked to. */
export async function identity(world: World, issuer?: string): Promise<Exercise> {
  const { id: userId, email } = world.who('owner');
  const at = issuer ?? `https://provider-${world.next()}.example`;
  const linked = Identity.link(userId, { issuer: at, subject: 'somebody', email }, new Date());
  await world.desk.get(UnitOfWork).run(() => world.desk.get(Identities).add(linked));
  return { parameters: { id: linked.id } };
}

/** Sign-in by OpenID providers, and what follows it. */
export const PROVIDER_EXERCISES: Record<string, Prepare> = {
  completeProfile: incompleteProfile,
  listProviders: () => ({}),
  startProviderSignIn: atProvider,
  finishProviderSignIn: atProvider,
  linkProvider: atProvider,
  listIdentities: () => ({}),
  unlinkIdentity: (world) => identity(world),
};
