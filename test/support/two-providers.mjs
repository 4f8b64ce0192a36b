// A real OpenID provider (oidc-provider) in a process of its own: `node two-providers.mjs CALLBACK…`. It answers one line of
// JSON, {google, company}: two issuers, of which the first puts the address into the ID token and the second tells it only
// at userinfo, and takes its secret another way. Whoever is sent here is who `login_hint` says, as JSON claims; without
// one a page asks.
import { createServer } from 'node:http';

import { Provider } from 'oidc-provider';

const redirect_uris = process.argv.slice(2);
const accounts = new Map();

const page = (uid) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Local provider</title>
<h1>Who are you?</h1>
<form method="get" action="/interaction/${uid}">
  <label>Claims <textarea name="claims"></textarea></label>
  <button>Continue</button>
</form></html>`;

async function open(settings) {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [
      { client_id: 'desk', client_secret: 'a secret between the two', redirect_uris, ...settings.client },
    ],
    conformIdTokenClaims: settings.conformIdTokenClaims,
    claims: { email: ['email', 'email_verified'], profile: ['given_name', 'family_name', 'name'] },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    cookies: { keys: ['of the test alone'] },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...accounts.get(sub) }) }),
    // Nobody has to agree to what the desk may know.
    loadExistingGrant: async (ctx) => {
      const { client, session } = ctx.oidc;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  server.on('request', async (request, response) => {
    const url = new URL(request.url, issuer);
    if (!url.pathname.startsWith('/interaction/')) return answer(request, response);
    const { params, uid } = await provider.interactionDetails(request, response);
    const claims = url.searchParams.get('claims') ?? params.login_hint;
    if (!claims) return response.setHeader('Content-Type', 'text/html').end(page(uid));
    if (claims === 'no') {
      const error = { error: 'access_denied', error_description: 'Not today' };
      return provider.interactionFinished(request, response, error);
    }
    const { sub, ...more } = JSON.parse(claims);
    accounts.set(sub, more);
    return provider.interactionFinished(request, response, { login: { accountId: sub } });
  });
  return issuer;
}

const google = await open({ conformIdTokenClaims: false, client: {} });
const company = await open({
  conformIdTokenClaims: true,
  client: { token_endpoint_auth_method: 'client_secret_post' },
});
process.stdout.write(`${JSON.stringify({ google, company })}\n`);
// It lives as long as whoever started it.
process.stdin.on('end', () => process.exit(0)).resume();
