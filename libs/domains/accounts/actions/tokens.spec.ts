import { JwtService } from '@nestjs/jwt';

import type { Config } from '@desk/platform/config';

import { SteppedClock } from '../../../../test/support/test-accounts';

import { Tokens } from './tokens';

const ACCESS_SECONDS = 60;
const config = { accessTtlSeconds: ACCESS_SECONDS } as Config;

let clock: SteppedClock;
let jwt: JwtService;
let tokens: Tokens;

beforeEach(() => {
  clock = new SteppedClock();
  jwt = new JwtService({ secret: 'a secret of more than thirty-two letters' });
  tokens = new Tokens(jwt, clock, config);
});

function pair() {
  const rotated_at = clock.now();
  const expires_at = new Date(rotated_at.getTime() + 3600 * 1000);
  return tokens.pair({
    id: 'family',
    user_id: 'user',
    kind: 'browser',
    generation: 3,
    rotated_at,
    expires_at,
  });
}

it('verifies a signature once, and looks at the end of the token each time', () => {
  const verify = jest.spyOn(jwt, 'verify');
  const { access } = pair();
  expect(tokens.readAccess(access)).toEqual({ userId: 'user', family: 'family' });
  clock.passSeconds(ACCESS_SECONDS - 1);
  expect(tokens.readAccess(access)).not.toBeNull();
  expect(verify).toHaveBeenCalledTimes(1);
  clock.passSeconds(1);
  expect(tokens.readAccess(access)).toBeNull();
});

it('takes neither token for the other, known or not', () => {
  const { access, refresh } = pair();
  expect(tokens.readAccess(access)).not.toBeNull();
  expect(tokens.readRefresh(access)).toBeNull();
  expect(tokens.readAccess(refresh)).toBeNull();
  expect(tokens.readRefresh(refresh)).toEqual({ userId: 'user', family: 'family', generation: 3 });
});

it('takes no forged token, however often it comes', () => {
  const { access } = pair();
  tokens.readAccess(access);
  const forged = `${access.slice(0, -4)}AAAA`;
  expect(tokens.readAccess(forged)).toBeNull();
  expect(tokens.readAccess(forged)).toBeNull();
});
