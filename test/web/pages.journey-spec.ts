import { type Browser, type BrowserContext } from 'playwright-core';

import { ApiClient } from '../support/api-client';
import { ADMIN, BuiltDesk } from '../support/built-desk';
import { TestOpenId } from '../support/openid-provider';
import { openBrowser } from './support/browser';
import { faultsOf } from './support/inspect';
import { pagesOfRouterTables } from './support/router-tables';
import { AGENT, CUSTOMER, NEWCOMER, type Scene, seedDesk } from './support/seed';
import { type View, type Who } from './support/view';
import { SET_UP, VIEWS } from './support/views';
import { isFirstVisit, Witness } from './support/witness';

/** Where the provider sends people back to; they are brought from there to where the desk really is. */
const PUBLIC_URL = 'http://desk.velumera.example';

let desk: BuiltDesk;
let browser: Browser;
let provider: TestOpenId;

beforeAll(async () => {
  const unlimited = { THROTTLE_ANON: '0', THROTTLE_USER: '0', THROTTLE_LOGIN: '0' };
  provider = await TestOpenId.start(PUBLIC_URL);
  desk = await BuiltDesk.start({ ...unlimited, ...provider.env, PUBLIC_URL });
  browser = await openBrowser();
});

// As they were opened, so that where one did not open nothing is left running, which jest would wait for.
afterAll(async () => {
  await desk.stop();
  await provider.stop();
  await browser.close();
});

function newContext(): Promise<BrowserContext> {
  return browser.newContext({ baseURL: desk.url, reducedMotion: 'reduce' });
}

/** Somebody whom the provider brought a moment ago. */
async function signedUp(): Promise<BrowserContext> {
  const context = await newContext();
  const start = await context.request.get('api/accounts/oidc/google/start/', { maxRedirects: 0 });
  const claims = { sub: 'wanda', email: 'wanda@customer.example', email_verified: true };
  const { search } = await provider.visit(start.headers()['location'] ?? '', claims);
  await context.request.get(`api/accounts/oidc/google/callback/${search}`, { maxRedirects: 0 });
  return context;
}

function pathOf({ route, path }: View, scene: Scene): string {
  if (typeof path === 'function') return path(scene);
  return path ?? route.replace(/^portal\//, '');
}

async function faultsOfView(view: View, context: BrowserContext, path: string): Promise<string[]> {
  const witness = new Witness(context);
  const page = await context.newPage();
  await page.goto(path);
  await page.getByText(view.shows).first().waitFor();
  await view.act?.(page);
  const faults = await faultsOf(page, view.floats === true ? ['region'] : []);
  await page.close();
  const isExpected = (complaint: string) =>
    view.complaint?.test(complaint) === true || (view.who === 'guest' && isFirstVisit(complaint));
  return [...faults, ...witness.complaints.filter((complaint) => !isExpected(complaint))];
}

it('looks at every page of the router tables', async () => {
  const pages = await pagesOfRouterTables();
  expect([...new Set([SET_UP, ...VIEWS].map(({ route }) => route))].sort()).toEqual([...pages].sort());
});

it(`finds nothing wrong with ${SET_UP.route}`, async () => {
  const context = await newContext();
  expect(await faultsOfView(SET_UP, context, SET_UP.route)).toEqual([]);
  await context.close();
});

describe('a desk at work', () => {
  const contexts = new Map<Who, BrowserContext>();
  let scene: Scene;

  beforeAll(async () => {
    const names = { first_name: 'Root', last_name: 'Admin' };
    await ApiClient.anonymous(desk.url).post('accounts/setup/', { ...ADMIN, ...names });
    scene = await seedDesk(desk.url);
    contexts.set('guest', await newContext());
    for (const [who, person] of Object.entries({
      admin: ADMIN,
      agent: AGENT,
      customer: CUSTOMER,
      newcomer: NEWCOMER,
    })) {
      const context = await newContext();
      await context.request.post('api/accounts/session/', { data: person });
      contexts.set(who as Who, context);
    }
    contexts.set('signed up', await signedUp());
  });

  it.each(VIEWS.map((view) => [nameOf(view), view] as const))(
    'finds nothing wrong with %s',
    async (_name, view) => {
      const context = contexts.get(view.who);
      if (context === undefined) throw new Error(`Nobody is ${view.who}`);
      expect(await faultsOfView(view, context, pathOf(view, scene))).toEqual([]);
    },
  );
});

function nameOf({ route, who, doing, shows }: View): string {
  return `${route} for ${who}${doing === undefined ? '' : `, ${doing}`} (“${shows}”)`;
}
