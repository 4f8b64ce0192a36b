import { verify } from '@node-rs/argon2';

import type { DomainError } from '@desk/platform/errors';
import { Authenticator, SYSTEM } from '@desk/platform/security';

import { PASSWORD, TestAccounts } from '../../../../test/support/test-accounts';
import type { SessionKind } from '../model/session';
import type { Caller } from './caller';
import { SetUserActive } from './set-user-active';
import { SignIn } from './sign-in';

jest.mock('@node-rs/argon2', () => {
  const real = jest.requireActual<typeof import('@node-rs/argon2')>('@node-rs/argon2');
  return { ...real, verify: jest.fn(real.verify) };
});

const HOME: Caller = { ip: '198.51.100.7', userAgent: 'Home', waitedMs: 0 };
const AWAY: Caller = { ip: '203.0.113.9', userAgent: 'Away', waitedMs: 0 };

let desk: TestAccounts;

beforeEach(async () => {
  desk = await TestAccounts.start();
});

afterEach(() => desk.stop());

function signIn(email: string, password: string, caller = HOME, kind: SessionKind = 'bearer') {
  return desk.get(SignIn).run(caller, { email, password, kind });
}

async function refusal(
  attempt: Promise<unknown>,
): Promise<Pick<DomainError, 'kind' | 'code' | 'message'> & { wait: number }> {
  const error = await attempt.then(
    () => {
      throw new Error('Nobody was refused');
    },
    (thrown: unknown) => thrown as DomainError,
  );
  return {
    kind: error.kind,
    code: error.code,
    message: error.message,
    wait: error.details.retryAfterSeconds ?? 0,
  };
}

const audit = () =>
  desk.rows<{
    status: string;
    user_id: string | null;
    email_attempted: string;
    ip_address: string;
    user_agent: string;
  }>('SELECT status, user_id, email_attempted, ip_address, user_agent FROM jrd_login_audit ORDER BY id');

describe('signing in', () => {
  it('opens a session, whatever the case of the address, and notes it', async () => {
    const person = await desk.createPerson('agent', 'Lena@velumera.example');
    const pair = await signIn(
      ' lena@VELUMERA.example',
      PASSWORD,
      { ...HOME, ip: '::ffff:198.51.100.7' },
      'browser',
    );
    expect(pair.userId).toBe(person.id);
    expect(await audit()).toEqual([
      {
        status: 'success',
        user_id: person.id,
        email_attempted: ' lena@VELUMERA.example',
        ip_address: '198.51.100.7',
        user_agent: 'Home',
      },
    ]);
    const actor = await desk.get(Authenticator).fromBearer(pair.access);
    expect(actor).toMatchObject({ id: person.id, role: 'agent', browser: true, name: 'Lena Example' });
  });

  it('gives one answer at one cost to a wrong password, an unknown address, an inactive account and one without password', async () => {
    await desk.createPerson('customer', 'wrong@velumera.example');
    const inactive = await desk.createPerson('customer', 'inactive@velumera.example');
    await desk.get(SetUserActive).run(SYSTEM, inactive.id, false);
    await desk.createPerson('customer', 'google@velumera.example', null);
    const attempts = [
      ['wrong@velumera.example', 'not-my-password'],
      ['unknown@velumera.example', PASSWORD],
      ['inactive@velumera.example', PASSWORD],
      ['google@velumera.example', PASSWORD],
    ] as const;
    const answers = [];
    for (const [email, password] of attempts) {
      jest.mocked(verify).mockClear();
      answers.push(await refusal(signIn(email, password)));
      expect(verify).toHaveBeenCalledTimes(1);
      // The parameters of the hash, without its salt and digest, are what the time depends on.
      expect(String(jest.mocked(verify).mock.calls[0]?.[0])).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    }
    const first = { kind: 'unauthenticated', code: 'invalid_credentials', wait: 0 };
    expect(answers[0]).toMatchObject(first);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect((await audit()).map((row) => row.status)).toEqual(['failed', 'failed', 'failed', 'failed']);
  });

  it('does not open a session for somebody who is deactivated while the password is checked', async () => {
    const person = await desk.createPerson('customer', 'late@velumera.example');
    jest.mocked(verify).mockImplementationOnce(async () => {
      await desk.get(SetUserActive).run(SYSTEM, person.id, false);
      return true;
    });
    expect((await refusal(signIn('late@velumera.example', PASSWORD))).code).toBe('invalid_credentials');
    expect(await desk.rows('SELECT id FROM jrd_sessions')).toEqual([]);
  });
});

describe('the lockout', () => {
  it.each(['known@velumera.example', 'unknown@velumera.example'])(
    'holds %s after five failures',
    async (email) => {
      await desk.createPerson('customer', 'known@velumera.example');
      for (let i = 0; i < 5; i++)
        expect((await refusal(signIn(email, `guess-number-${i}`))).code).toBe('invalid_credentials');
      desk.clock.passSeconds(10);
      jest.mocked(verify).mockClear();
      expect(await refusal(signIn(email.toUpperCase(), PASSWORD))).toMatchObject({
        kind: 'too_many',
        code: 'held',
        wait: 20,
      });
      expect(verify).not.toHaveBeenCalled();
      expect((await audit()).map((row) => row.status)).toEqual([
        ...Array<string>(5).fill('failed'),
        'locked',
      ]);
    },
  );

  it('doubles, and attempts during a hold do not lengthen it', async () => {
    for (let i = 0; i < 5; i++) await refusal(signIn('x@velumera.example', 'some-guess'));
    desk.clock.passSeconds(29);
    expect((await refusal(signIn('x@velumera.example', 'some-guess'))).wait).toBe(1);
    desk.clock.passSeconds(1);
    expect((await refusal(signIn('x@velumera.example', 'some-guess'))).code).toBe('invalid_credentials');
    expect((await refusal(signIn('x@velumera.example', 'some-guess'))).wait).toBe(60);
  });

  it('does not hold the network its owner signed in from', async () => {
    await desk.createPerson('customer', 'owner@velumera.example');
    await signIn('owner@velumera.example', PASSWORD, HOME);
    for (let i = 0; i < 5; i++) await refusal(signIn('owner@velumera.example', 'some-guess', AWAY));
    expect((await refusal(signIn('owner@velumera.example', PASSWORD, AWAY))).code).toBe('held');
    expect((await signIn('owner@velumera.example', PASSWORD, HOME)).access).toBeTruthy();
  });

  it('counts a burst of guesses one by one', async () => {
    await desk.createPerson('customer', 'burst@velumera.example');
    const codes = await Promise.all(
      Array.from({ length: 20 }, (_, i) => refusal(signIn('burst@velumera.example', `guess-number-${i}`))),
    );
    expect(codes.filter(({ code }) => code === 'invalid_credentials')).toHaveLength(5);
    expect(codes.filter(({ code }) => code === 'held')).toHaveLength(15);
  });
});
