import { EventBudget } from './event-budget';
import { credentialOf, tokenEnd } from './handshake';

const config = { publicUrl: 'https://desk.example' };

describe('what a handshake offers', () => {
  const cookie = 'theme=dark; desk_session=one%3Dtwo; other=1';
  const host = 'desk.internal:8000';

  it('takes a token before the cookie', () => {
    const headers = { cookie, origin: 'https://desk.example', host };
    expect(credentialOf({ token: 'abc' }, headers, config)).toEqual({ kind: 'token', token: 'abc' });
  });

  it.each(['https://desk.example', 'http://desk.internal:8000'])(
    'takes the cookie from a page of %s',
    (origin) => {
      const found = credentialOf({}, { cookie, origin, host }, config);
      expect(found).toEqual({ kind: 'cookie', value: 'one=two' });
    },
  );

  it.each(['https://evil.example', 'https://desk.example.evil.example', 'null', '', undefined])(
    'refuses the cookie with the origin %s',
    (origin) => {
      expect(credentialOf({}, { cookie, origin, host }, config)).toBeNull();
    },
  );

  it.each([{}, { token: '' }, { token: 7 }, { token: ['abc'] }])('finds nothing in %j', (auth) => {
    expect(credentialOf(auth, { origin: 'https://desk.example', host }, config)).toBeNull();
  });

  it('finds nothing in a cookie that cannot be read', () => {
    const headers = { cookie: 'desk_session=%E0%A4', origin: 'https://desk.example', host };
    expect(credentialOf({}, headers, config)).toBeNull();
  });
});

describe('when a token ends', () => {
  const token = (claims: unknown) => `head.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.sign`;

  it('is its expiry', () => {
    expect(tokenEnd(token({ exp: 1_700_000_000 }))).toBe(1_700_000_000_000);
  });

  it.each(['jrd_abc', 'a.!!!.c', token(null), token({ exp: 'soon' })])('is unknown for %s', (text) => {
    expect(tokenEnd(text)).toBeNull();
  });
});

describe('how much a connection may ask', () => {
  it('is sixty events in ten seconds', () => {
    const budget = new EventBudget();
    const taken = Array.from({ length: 61 }, (_, index) => budget.take(1_000_000 + index));
    expect(taken.filter(Boolean)).toHaveLength(60);
    expect(budget.take(1_010_000)).toBe(true);
  });
});
