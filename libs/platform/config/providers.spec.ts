import { readProviders } from './providers';

const GOOGLE = { GOOGLE_CLIENT_ID: 'desk', GOOGLE_CLIENT_SECRET: 'secret' };
const OWN = { OIDC_ISSUER: 'https://id.velumera.example', OIDC_CLIENT_ID: 'desk', OIDC_CLIENT_SECRET: 's' };

it('are those that are configured whole', () => {
  expect(readProviders({})).toEqual([]);
  expect(readProviders({ ...GOOGLE, ...OWN, OIDC_NAME: 'Velumera ID (Zürich)' })).toEqual([
    {
      name: 'google',
      title: 'Google',
      issuer: 'https://accounts.google.com',
      clientId: 'desk',
      clientSecret: 'secret',
    },
    {
      name: 'velumera-id-zurich',
      title: 'Velumera ID (Zürich)',
      issuer: 'https://id.velumera.example',
      clientId: 'desk',
      clientSecret: 's',
    },
  ]);
});

it.each([
  [{ GOOGLE_CLIENT_ID: 'desk' }, /^GOOGLE_CLIENT_SECRET: is required with GOOGLE_CLIENT_ID$/],
  [{ GOOGLE_CLIENT_SECRET: 'secret' }, /^GOOGLE_CLIENT_ID: is required with GOOGLE_CLIENT_SECRET$/],
  [{ OIDC_ISSUER: OWN.OIDC_ISSUER }, /^OIDC_CLIENT_ID: is required with OIDC_ISSUER$/],
  [{ ...OWN, OIDC_CLIENT_SECRET: '' }, /^OIDC_CLIENT_SECRET: is required/],
  [{ ...OWN, OIDC_ISSUER: 'id.velumera.example' }, /^OIDC_ISSUER: must be an address/],
  [{ ...OWN, OIDC_ISSUER: 'http://id.velumera.example' }, /^OIDC_ISSUER: must start with https/],
  [{ ...OWN, OIDC_ISSUER: 'https://id.velumera.example/?a=b' }, /^OIDC_ISSUER: .*without/],
  [{ ...OWN, OIDC_NAME: 'Google' }, /^OIDC_NAME: must not be Google/],
  [{ ...OWN, OIDC_NAME: 'x'.repeat(41) }, /^OIDC_NAME: must have at most 40/],
])('stop the start where %j cannot work', (env, line) => {
  expect(() => readProviders(env)).toThrow(line);
});
