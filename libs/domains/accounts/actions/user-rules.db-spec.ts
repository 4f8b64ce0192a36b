import type { Role } from '@desk/contracts';
import { ROLES } from '@desk/contracts';
import type { DomainError } from '@desk/platform/errors';
import type { PersonActor } from '@desk/platform/security';
import { Authenticator, SYSTEM } from '@desk/platform/security';

import { actorOf, PASSWORD, TestAccounts } from '../../../../test/support/test-accounts';
import type { Caller } from './caller';
import { ChangePassword } from './change-password';
import { CreateUser } from './create-user';
import { EnsureFirstSuperadmin } from './ensure-first-superadmin';
import { PeopleQueries } from './people-queries';
import { RegisterCustomer } from './register-customer';
import { SetUpDesk } from './set-up-desk';
import { SetUserActive } from './set-user-active';
import { SignIn } from './sign-in';
import type { UserChanges } from './update-user';
import { UpdateUser } from './update-user';
import { UserQueries } from './user-queries';

const CALLER: Caller = { ip: '198.51.100.7', userAgent: 'Test', waitedMs: 0 };

let desk: TestAccounts;

beforeEach(async () => {
  desk = await TestAccounts.start({
    ADMIN_EMAIL: 'root@velumera.example',
    ADMIN_PASSWORD: 'from-the-environment',
  });
});

afterEach(() => desk.stop());

const person = (role: Role, name: string = role) => desk.createPerson(role, `${name}@velumera.example`, null);
const actor = async (role: Role, name?: string): Promise<PersonActor> => actorOf(await person(role, name));
const outcome = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (thrown: unknown) => {
      const { code, details } = thrown as DomainError;
      return [code, ...(details.errors ?? []).map((error) => error.field)].join(' ');
    },
  );
const update = (by: PersonActor, id: string, changes: UserChanges) =>
  outcome(desk.get(UpdateUser).run(by, id, changes));
const signIn = (email: string, password = PASSWORD) =>
  desk.get(SignIn).run(CALLER, { email, password, kind: 'bearer' });

describe('creating people', () => {
  it.each([
    ['superadmin', ['done', 'done', 'done', 'done']],
    ['manager', ['forbidden role', 'done', 'done', 'done']],
    ['agent', ['forbidden', 'forbidden', 'forbidden', 'forbidden']],
    ['customer', ['forbidden', 'forbidden', 'forbidden', 'forbidden']],
  ] as const)('%s may create superadmin, manager, agent, customer: %j', async (by, expected) => {
    const who = await actor(by);
    const outcomes = [];
    for (const role of ROLES) {
      const draft = {
        email: `new-${role}@velumera.example`,
        first_name: 'New',
        last_name: 'One',
        role,
        password: null,
      };
      outcomes.push(await outcome(desk.get(CreateUser).run(who, draft)));
    }
    expect(outcomes).toEqual(expected);
  });

  it('refuses an address that differs only in case, and leaves nothing behind', async () => {
    await desk.createPerson('customer', 'Twice@velumera.example', null);
    const again = {
      email: 'tWICE@velumera.example',
      password: PASSWORD,
      first_name: 'Second',
      last_name: 'One',
    };
    expect(await outcome(desk.get(RegisterCustomer).run(again))).toBe('email_taken email');
    expect(await desk.events()).toEqual(['accounts.person_created']);
  });

  it('registers customers and nothing else', async () => {
    const registration = {
      email: 'new@velumera.example',
      password: PASSWORD,
      first_name: 'New',
      last_name: 'One',
    };
    expect(await desk.get(RegisterCustomer).run(registration)).toMatchObject({
      role: 'customer',
      is_active: true,
    });
    expect(await desk.events()).toEqual([
      'accounts.person_registered',
      'accounts.email_verification_requested',
    ]);
    expect(await outcome(desk.get(RegisterCustomer).run({ ...registration, password: 'password123' }))).toBe(
      'invalid password',
    );
  });
});

describe('changing people', () => {
  it('lets everyone change their own profile, and nothing that is not theirs', async () => {
    for (const role of ['agent', 'customer'] as const) {
      const me = await actor(role);
      expect(await update(me, me.id, { phone: '+49 30 1234', dark_mode: true, first_name: 'Renamed' })).toBe(
        'done',
      );
      expect(await update(me, me.id, { role: 'superadmin' })).toBe('forbidden role');
      expect(await update(me, me.id, { role })).toBe('forbidden role');
      expect(await update(me, me.id, { is_active: true })).toBe('forbidden is_active');
      expect(await update(me, me.id, { email: 'other@velumera.example' })).toBe('forbidden email');
      expect(await update(me, me.id, { email: me.email })).toBe('done');
      expect(await update(me, me.id, { timezone_pref: 'Mars/Olympus' })).toBe('invalid timezone_pref');
    }
  });

  it('hides others from customers and guards them from agents', async () => {
    const other = await person('customer', 'other');
    expect(await update(await actor('customer'), other.id, { phone: '' })).toBe('not_found');
    expect(await update(await actor('agent'), other.id, { phone: '' })).toBe('forbidden');
    const list = desk
      .get(UserQueries)
      .list(await actor('customer', 'lonely'), {}, 'name', false, { page: 1, size: 25 });
    expect(await list).toMatchObject({ count: 1, rows: [{ email: 'lonely@velumera.example' }] });
  });

  it('lets managers change everyone but superadmins, and no role', async () => {
    const manager = await actor('manager');
    const superadmin = await person('superadmin');
    const agent = await person('agent');
    expect(await update(manager, agent.id, { department: 'Repairs', email: 'moved@velumera.example' })).toBe(
      'done',
    );
    expect(await update(manager, agent.id, { role: 'manager' })).toBe('forbidden role');
    expect(await update(manager, manager.id, { role: 'superadmin' })).toBe('forbidden role');
    expect(await update(manager, superadmin.id, { phone: '' })).toBe('forbidden');
    expect(await update(manager, agent.id, { is_active: false })).toBe('done');
    expect(await update(manager, manager.id, { is_active: false })).toBe('oneself');
  });

  it('ends the sessions of someone whose role changes, and says so', async () => {
    const superadmin = await actor('superadmin');
    const agent = await desk.createPerson('agent', 'promoted@velumera.example');
    const { access } = await signIn(agent.email);
    expect(await update(superadmin, agent.id, { role: 'manager' })).toBe('done');
    expect(await desk.get(Authenticator).fromBearer(access)).toBeNull();
    expect((await desk.events()).at(-1)).toBe('accounts.role_changed');
    expect(await desk.get(PeopleQueries).managerIds()).toContain(agent.id);
    expect(await desk.rows('SELECT is_staff FROM jrd_users WHERE id = ?', [agent.id])).toEqual([
      { is_staff: 1 },
    ]);
  });

  it('never loses the last superadmin', async () => {
    const last = await actor('superadmin');
    expect(await update(last, last.id, { role: 'agent' })).toBe('last_superadmin');
    expect(await outcome(desk.get(SetUserActive).run(SYSTEM, last.id, false))).toBe('last_superadmin');
  });

  it.each([
    ['deactivate', 'deactivate'],
    ['demote', 'demote'],
    ['demote', 'deactivate'],
  ] as const)('keeps one of two superadmins who %s and %s each other at once', async (...ways) => {
    const both = [await actor('superadmin'), await actor('superadmin', 'second')] as const;
    const attempts = ways.map((way, each) => {
      const [by, whom] = each === 0 ? both : ([both[1], both[0]] as const);
      if (way === 'deactivate') return desk.get(SetUserActive).run(by, whom.id, false);
      return desk.get(UpdateUser).run(by, whom.id, { role: 'agent' });
    });
    expect((await Promise.all(attempts.map(outcome))).sort()).toEqual(['done', 'last_superadmin']);
  });
});

describe('deactivating', () => {
  it.each([
    ['customer', 'oneself', 'not_found', 'not_found'],
    ['agent', 'oneself', 'forbidden', 'forbidden'],
    ['manager', 'oneself', 'done', 'forbidden'],
    ['superadmin', 'oneself', 'done', 'done'],
  ] as const)(
    'by %s of themselves, a customer, a superadmin: %s, %s, %s',
    async (role, self, customer, superadmin) => {
      const me = await actor(role, 'me');
      const off = (id: string) => outcome(desk.get(SetUserActive).run(me, id, false));
      expect(await off(me.id)).toBe(self);
      expect(await off((await person('customer', 'a-customer')).id)).toBe(customer);
      expect(await off((await person('superadmin', 'a-superadmin')).id)).toBe(superadmin);
    },
  );

  it('ends every session at once, and activating brings none back', async () => {
    const customer = await desk.createPerson('customer', 'leaver@velumera.example');
    const { access } = await signIn(customer.email);
    const authenticator = desk.get(Authenticator);
    expect(await authenticator.fromBearer(access)).not.toBeNull();
    await desk.get(SetUserActive).run(SYSTEM, customer.id, 'toggle');
    expect(await authenticator.fromBearer(access)).toBeNull();
    await desk.get(SetUserActive).run(SYSTEM, customer.id, 'toggle');
    expect(await authenticator.fromBearer(access)).toBeNull();
    expect((await desk.events()).slice(-2)).toEqual([
      'accounts.person_deactivated',
      'accounts.person_activated',
    ]);
    expect((await signIn(customer.email)).userId).toBe(customer.id);
  });
});

describe('changing the password', () => {
  it('asks for the current one, and ends the other sessions only', async () => {
    const customer = await desk.createPerson('customer', 'careful@velumera.example');
    const here = await signIn(customer.email);
    const elsewhere = await signIn(customer.email);
    const authenticator = desk.get(Authenticator);
    const me = await authenticator.fromBearer(here.access);
    const change = (current_password: string, new_password: string) =>
      outcome(desk.get(ChangePassword).run(me!, { current_password, new_password }));
    expect(await change('not-my-password', 'another-good-one')).toBe('invalid current_password');
    expect(await change(PASSWORD, 'password123')).toBe('invalid new_password');
    expect(await change(PASSWORD, 'another-good-one')).toBe('done');
    expect(await authenticator.fromBearer(here.access)).not.toBeNull();
    expect(await authenticator.fromBearer(elsewhere.access)).toBeNull();
    expect(await outcome(signIn(customer.email))).toBe('invalid_credentials');
    expect((await signIn(customer.email, 'another-good-one')).userId).toBe(customer.id);
  });
});

describe('the first superadmin', () => {
  const setUp = (name: string) =>
    outcome(
      desk.get(SetUpDesk).run({
        email: `${name}@velumera.example`,
        password: PASSWORD,
        first_name: name,
        last_name: 'Example',
      }),
    );

  it('is one, however many ask at once, and the page is closed from then on', async () => {
    expect(await desk.get(SetUpDesk).isOpen()).toBe(true);
    const outcomes = await Promise.all(['one', 'two', 'three', 'four'].map(setUp));
    expect(outcomes.sort()).toEqual(['done', 'set_up_closed', 'set_up_closed', 'set_up_closed']);
    expect(await desk.rows("SELECT id FROM jrd_users WHERE role = 'superadmin'")).toHaveLength(1);
    expect(await desk.get(SetUpDesk).isOpen()).toBe(false);
    expect(await setUp('five')).toBe('set_up_closed');
  });

  it('comes from the environment once, when there is none', async () => {
    await desk.get(EnsureFirstSuperadmin).run();
    await desk.get(EnsureFirstSuperadmin).run();
    expect(await desk.rows('SELECT email, role FROM jrd_users')).toEqual([
      { email: 'root@velumera.example', role: 'superadmin' },
    ]);
    expect((await signIn('root@velumera.example', 'from-the-environment')).access).toBeTruthy();
  });

  it('never comes from the account of somebody else', async () => {
    await person('customer', 'root');
    await expect(desk.get(EnsureFirstSuperadmin).run()).rejects.toThrow(/^ADMIN_EMAIL: /);
  });
});
