import { generateKeyPairSync } from 'node:crypto';

import { JwtService } from '@nestjs/jwt';

import { Config } from '@desk/platform/config';
import { Authenticator } from '@desk/platform/security';

import { PASSWORD, TestAccounts } from '../../../../test/support/test-accounts';
import type { SessionKind } from '../model/session';
import { AnsweredRotations } from './answered-rotations';
import type { Caller } from './caller';
import { RenewSession } from './renew-session';
import { SignIn } from './sign-in';
import { SignOut } from './sign-out';
import { ISSUER, type TokenPair } from './tokens';

const CALLER: Caller = { ip: '198.51.100.7', userAgent: 'Test', waitedMs: 0 };
const EMAIL = 'someone@velumera.example';

let desk: TestAccounts;

beforeEach(async () => {
  desk = await TestAccounts.start();
  await desk.createPerson('agent', EMAIL);
});

afterEach(() => desk.stop());

const signIn = (kind: SessionKind) =>
  desk.get(SignIn).run(CALLER, { email: EMAIL, password: PASSWORD, kind });
const renew = (token: string, kind: SessionKind, waitedMs = 0) =>
  desk.get(RenewSession).run({ ...CALLER, waitedMs }, { token, kind });
const who = (access: string) => desk.get(Authenticator).fromBearer(access);
const revocations = () =>
  desk.rows<{ generation: number; revoked_reason: string | null }>(
    'SELECT generation, revoked_reason FROM jrd_sessions',
  );
const ended = { kind: 'unauthenticated', code: 'session_ended' };

describe('renewing a session', () => {
  it('answers a new pair, time after time, and slides the end', async () => {
    const first = await signIn('bearer');
    desk.clock.passSeconds(60);
    const second = await renew(first.refresh, 'bearer');
    desk.clock.passSeconds(60);
    const third = await renew(second.refresh, 'bearer');
    expect(new Set([first.refresh, second.refresh, third.refresh]).size).toBe(3);
    expect(third.expiresAt.getTime() - first.expiresAt.getTime()).toBe(120_000);
    expect(await who(third.access)).toMatchObject({ email: EMAIL, browser: false });
  });

  it('takes a used token for a theft and ends the whole family', async () => {
    const first = await signIn('bearer');
    const second = await renew(first.refresh, 'bearer');
    desk.clock.passSeconds(1);
    await expect(renew(first.refresh, 'bearer')).rejects.toMatchObject(ended);
    await expect(renew(second.refresh, 'bearer')).rejects.toMatchObject(ended);
    expect(await who(second.access)).toBeNull();
    expect(await revocations()).toEqual([{ generation: 1, revoked_reason: 'reuse' }]);
    expect((await desk.events()).slice(1)).toEqual(['accounts.session_ended']);
  });

  it('gives the current pair to a request that was here before the rotation was', async () => {
    const first = await signIn('bearer');
    desk.clock.passSeconds(5);
    const second = await renew(first.refresh, 'bearer');
    desk.clock.passSeconds(3);
    const late = await renew(first.refresh, 'bearer', 3001);
    expect(late.refresh).toBe(second.refresh);
    expect(await revocations()).toEqual([{ generation: 1, revoked_reason: null }]);
    await expect(renew(first.refresh, 'bearer', 2999)).rejects.toMatchObject(ended);
  });

  it('keeps one living family when fifty requests bring one token at once', async () => {
    const { refresh } = await signIn('bearer');
    const pairs = await Promise.all(Array.from({ length: 50 }, () => renew(refresh, 'bearer')));
    expect(new Set(pairs.map((pair) => pair.refresh)).size).toBe(1);
    expect(await revocations()).toEqual([{ generation: 1, revoked_reason: null }]);
    desk.clock.passSeconds(1);
    await expect(renew(pairs[0]?.refresh ?? '', 'bearer')).resolves.toBeDefined();
  });

  it('takes nothing for a theft that comes before anybody has been answered', async () => {
    const first = await signIn('bearer');
    const answered = desk.get(AnsweredRotations);
    const end = answered.end.bind(answered);
    let late: Promise<TokenPair> | undefined;
    // Committed, and the answer has not gone out.
    jest.spyOn(answered, 'end').mockImplementationOnce(async (family) => {
      desk.clock.passSeconds(1);
      late = renew(first.refresh, 'bearer');
      await late;
      await end(family);
    });
    const second = await renew(first.refresh, 'bearer');
    expect((await late)?.refresh).toBe(second.refresh);
    desk.clock.passSeconds(1);
    await expect(renew(first.refresh, 'bearer')).rejects.toMatchObject(ended);
    expect(await revocations()).toEqual([{ generation: 1, revoked_reason: 'reuse' }]);
  });

  it('forgives the cookie of another tab for ten seconds', async () => {
    const first = await signIn('browser');
    const second = await renew(first.refresh, 'browser');
    desk.clock.passSeconds(10);
    expect((await renew(first.refresh, 'browser')).refresh).toBe(second.refresh);
    desk.clock.passSeconds(1);
    await expect(renew(first.refresh, 'browser')).rejects.toMatchObject(ended);
    expect(await revocations()).toEqual([{ generation: 1, revoked_reason: 'reuse' }]);
  });

  it('never forgives a token that is two rotations old', async () => {
    const first = await signIn('browser');
    const second = await renew(first.refresh, 'browser');
    await renew(second.refresh, 'browser');
    await expect(renew(first.refresh, 'browser')).rejects.toMatchObject(ended);
  });

  it('renews a session only by the route of its kind, and leaves it alone otherwise', async () => {
    const browser = await signIn('browser');
    const bearer = await signIn('bearer');
    await expect(renew(browser.refresh, 'bearer')).rejects.toMatchObject(ended);
    await expect(renew(bearer.refresh, 'browser')).rejects.toMatchObject(ended);
    expect((await revocations()).map((row) => row.revoked_reason)).toEqual([null, null]);
  });

  it('ends with the time of the refresh token', async () => {
    const { refresh, access } = await signIn('bearer');
    desk.clock.passSeconds(7 * 86_400);
    await expect(renew(refresh, 'bearer')).rejects.toMatchObject(ended);
    expect(await who(access)).toBeNull();
  });

  it('is over after a sign-out', async () => {
    const pair = await signIn('browser');
    await desk.get(SignOut).run(null, pair.refresh);
    await expect(renew(pair.refresh, 'browser')).rejects.toMatchObject(ended);
    expect(await who(pair.access)).toBeNull();
  });
});

describe('the authenticator', () => {
  it('never takes one kind of token for the other', async () => {
    const pair = await signIn('browser');
    const authenticator = desk.get(Authenticator);
    expect(await authenticator.fromBearer(pair.refresh)).toBeNull();
    expect(await authenticator.fromSessionCookie(pair.access)).toBeNull();
    await expect(renew(pair.access, 'browser')).rejects.toMatchObject(ended);
  });

  it('reads the cookie without consuming it', async () => {
    const pair = await signIn('browser');
    const authenticator = desk.get(Authenticator);
    expect(await authenticator.fromSessionCookie(pair.refresh)).toMatchObject({
      email: EMAIL,
      browser: true,
    });
    expect(await authenticator.fromSessionCookie(pair.refresh)).not.toBeNull();
    expect(await revocations()).toEqual([{ generation: 0, revoked_reason: null }]);
    expect(await authenticator.fromSessionCookie((await signIn('bearer')).refresh)).toBeNull();
  });

  it('refuses an access token after its time', async () => {
    const { access } = await signIn('bearer');
    desk.clock.passSeconds(2 * 3600);
    expect(await who(access)).toBeNull();
  });

  it.each(['access', 'refresh'] as const)(
    'refuses as %s other algorithms, issuers and audiences, no signature, and missing claims',
    async (type) => {
      const pair = await signIn('bearer');
      const isTaken = (token: string) =>
        type === 'access'
          ? who(token).then((actor) => actor !== null)
          : renew(token, 'bearer').then(
              () => true,
              () => false,
            );
      const jwt = desk.get(JwtService);
      const secret = desk.get(Config).jwtSecret;
      const { aud, iss, ...claims } = jwt.decode<Record<string, unknown>>(pair[type]);
      const audience = `jeyaramadesk:${type}`;
      expect([iss, aud, claims['typ']]).toEqual([ISSUER, audience, type]);
      const sign = (payload: object, options: object = {}) =>
        jwt.sign(payload, { secret, issuer: ISSUER, audience, ...options });
      const without = (name: string) =>
        sign(Object.fromEntries(Object.entries(claims).filter(([claim]) => claim !== name)));
      const unsigned = (token: string) => {
        const header = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
        return `${header}.${token.split('.')[1]}.`;
      };
      const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
      const other = type === 'access' ? 'refresh' : 'access';
      const forged = {
        HS384: sign(claims, { algorithm: 'HS384' }),
        HS512: sign(claims, { algorithm: 'HS512' }),
        ES256: sign(claims, { algorithm: 'ES256', secret: pem }),
        'another secret': sign(claims, { secret: 'x'.repeat(48) }),
        'another issuer': sign(claims, { issuer: 'somebody-else' }),
        'another audience': sign(claims, { audience: `jeyaramadesk:${other}` }),
        'another type': sign({ ...claims, typ: other }),
        'no issuer': jwt.sign(claims, { secret, audience }),
        'no audience': jwt.sign(claims, { secret, issuer: ISSUER }),
        ...Object.fromEntries(
          ['sub', 'fam', 'exp', 'typ', ...(type === 'refresh' ? ['gen'] : [])].map((name) => [
            `no ${name}`,
            without(name),
          ]),
        ),
        'another person': sign({ ...claims, sub: '0190a0a0-0000-7000-8000-000000000000' }),
        'another family': sign({ ...claims, fam: '0190a0a0-0000-7000-8000-000000000000' }),
        unsigned: unsigned(pair[type]),
        'the other token': pair[other],
        longer: `${pair[type]}x`,
        empty: '',
        'not a token': 'not.a.token',
      };
      const taken: string[] = [];
      for (const [name, token] of Object.entries(forged)) if (await isTaken(token)) taken.push(name);
      expect(taken).toEqual([]);
      // None of them has ended the session, and made the same way a token is good.
      expect(await revocations()).toEqual([{ generation: 0, revoked_reason: null }]);
      expect(await isTaken(sign(claims, { algorithm: 'HS256' }))).toBe(true);
    },
  );
});
