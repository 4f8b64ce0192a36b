import { generateSync } from 'otplib';

import type { Role } from '@desk/contracts';
import { FactorSecrets } from '@desk/domains/accounts/actions/factor-secrets';
import { SecondFactor } from '@desk/domains/accounts/model/second-factor';
import { Session } from '@desk/domains/accounts/model/session';
import { SecondFactors } from '@desk/domains/accounts/store/second-factors';
import { Sessions } from '@desk/domains/accounts/store/sessions';
import { UnitOfWork } from '@desk/platform/database';

import { type Json, type Prepare, type Principal, type Someone, type World } from './world';

const NOTHING: Prepare = () => ({});

const onCustomer: Prepare = async (world) => ({ parameters: { id: (await world.person('customer')).id } });

const NOBODY = '01890a5d-ac96-774b-bcce-b302099a8057';

/** A second device of somebody, by its session's id. */
export async function deviceOf({ desk }: World, { id: userId }: Someone): Promise<string> {
  const owner = { userId, kind: 'bearer', ip: '198.51.100.7', userAgent: 'curl/8.5.0' } as const;
  const session = Session.begin(owner, new Date(), 3600);
  await desk.get(UnitOfWork).run(() => desk.get(Sessions).add(session));
  return session.id;
}

export const onDevice =
  (role: Role): Prepare =>
  async (world) => {
    const someone = await world.hire(role, 'elsewhere');
    return { parameters: { id: someone.id, session: await deviceOf(world, someone) } };
  };

/** One's own, for whoever can be asked for one. */
const ownThing =
  (id: (world: World, by: Principal, someone: Someone) => Promise<string>): Prepare =>
  async (world, by) => {
    const someone = by === 'deactivated' ? undefined : world.people.get(by);
    return { parameters: { id: someone === undefined ? NOBODY : await id(world, by, someone) } };
  };

const NO_CODE = '000000';
const STAFF: readonly Principal[] = ['superadmin', 'manager', 'agent', 'colleague'];

/** What the app of somebody who has just begun would show; for others anything. */
async function firstCode({ desk, people }: World, by: Principal): Promise<string> {
  const someone = people.get(by);
  if (someone === undefined || !STAFF.includes(by)) return NO_CODE;
  const secret = desk.get(FactorSecrets).newSecret();
  const sealed = desk.get(FactorSecrets).seal(secret, someone.id);
  const factor = SecondFactor.begin(someone.id, sealed, new Date());
  await desk.get(UnitOfWork).run(() => desk.get(SecondFactors).begin(factor));
  return generateSync({ secret });
}

const apiToken = (world: World): Json => ({ name: `Script ${world.next()}`, scopes: ['read', 'write'] });

/** How people keep their accounts safe, and superadmins those of others. */
export const SECURITY_EXERCISES: Record<string, Prepare> = {
  listSessions: NOTHING,
  endOtherSessions: NOTHING,
  endSession: ownThing((world, _by, someone) => deviceOf(world, someone)),
  listUserSessions: (world) => ({ parameters: { id: world.who('owner').id } }),
  endUserSessions: onCustomer,
  endUserSession: onDevice('customer'),
  getSecondFactor: NOTHING,
  beginSecondFactor: NOTHING,
  confirmSecondFactor: async (world, by) => ({ body: { otp: await firstCode(world, by) } }),
  renewRecoveryCodes: async (world, by) => {
    await firstCode(world, by);
    const id = world.people.get(by)?.id ?? NOBODY;
    const { desk } = world;
    await desk.get(UnitOfWork).run(async () => {
      const factor = await desk.get(SecondFactors).hold(id);
      factor?.confirm(0, new Date());
      if (factor !== null) await desk.get(SecondFactors).save(factor);
    });
    return {};
  },
  removeSecondFactor: NOTHING,
  getFactorPolicy: NOTHING,
  setFactorPolicy: () => ({ body: { roles: [] } }),
  resetSecondFactor: onCustomer,
  stepUp: (world, by) => ({ body: { password: world.people.get(by)?.password ?? NO_CODE } }),
  listApiTokens: NOTHING,
  createApiToken: (world) => ({ body: apiToken(world) }),
  revokeApiToken: ownThing(async (world, by) =>
    String((await world.must('createApiToken', by, { body: apiToken(world) }))['id']),
  ),
};
