import { type Browser, type BrowserContext, type Page } from 'playwright-core';

import { BuiltDesk } from '../support/built-desk';
import { freePort } from '../support/free-port';
import { type TestClaims, TestOpenId } from '../support/openid-provider';
import { openBrowser } from './support/browser';

const WANDA = { sub: 'wanda', email: 'wanda@customer.example', email_verified: true, given_name: 'Wanda' };

let browser: Browser;
let provider: TestOpenId;
let desk: BuiltDesk;
let context: BrowserContext;

beforeAll(async () => {
  browser = await openBrowser();
  const port = await freePort();
  const PUBLIC_URL = `http://127.0.0.1:${port}`;
  provider = await TestOpenId.start(PUBLIC_URL);
  const admin = { ADMIN_EMAIL: 'root@desk.example', ADMIN_PASSWORD: 'calm harbour lights' };
  const unlimited = { THROTTLE_ANON: '0', THROTTLE_LOGIN: '0' };
  desk = await BuiltDesk.start({ ...admin, ...unlimited, ...provider.env, PORT: `${port}`, PUBLIC_URL });
});

beforeEach(async () => {
  context = await browser.newContext({ baseURL: desk.url, colorScheme: 'light' });
});

afterEach(() => context.close());

afterAll(async () => {
  await desk.stop();
  await provider.stop();
  await browser.close();
});

/** At the provider's own page; null turns round there. */
async function introduce(page: Page, claims: TestClaims | null): Promise<void> {
  await page.getByLabel('Claims').fill(claims === null ? 'no' : JSON.stringify(claims));
  await page.getByRole('button', { name: 'Continue' }).click();
}

it('somebody signs up with Google, completes their profile, and links another account of theirs', async () => {
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('websocket', (socket) => asked.push(socket.url()));
  await page.goto('accounts/register?next=%2Ftickets%2Fcreate');
  await page.getByRole('button', { name: 'Continue with Google' }).click();
  await introduce(page, WANDA);
  const completing = page.getByRole('heading', { name: 'Complete your profile' });
  await completing.waitFor();
  expect(await page.getByLabel('First name').inputValue()).toBe('Wanda');
  for (const other of ['tickets', 'accounts/profile', 'console/tickets']) {
    await page.goto(other);
    await completing.waitFor();
    expect(page.url()).toContain('/desk/accounts/complete-profile');
  }
  await page.goto('tickets/create');
  await page.reload();
  await completing.waitFor();
  expect(asked.some((url) => url.includes('/desk/api/accounts/session/'))).toBe(true);
  expect(asked.filter((url) => /\/desk\/(api\/(?!accounts\/)|ws\/)/.test(url))).toEqual([]);

  await page.getByRole('button', { name: 'Save and go on' }).click();
  await page.getByText('Please fill this in.').waitFor();
  await page.getByLabel('Last name').fill('Wagner');
  await page.getByLabel('Department').fill('Buying');
  await page.getByRole('button', { name: 'Save and go on' }).click();
  await page.getByText('What happened?').first().waitFor();
  await page.goto('accounts/complete-profile');
  await page.getByText('You have not asked us anything yet').waitFor();

  await page.goto('accounts/profile');
  await page.getByRole('button', { name: 'Link Velumera ID' }).click();
  await introduce(page, { ...WANDA, email: 'wanda@work.example' });
  await page.getByText('Velumera ID is linked.').waitFor();
  await page.getByRole('button', { name: 'Unlink Google' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Unlink' }).click();
  await page.getByText('Google is unlinked.').waitFor();
  await page.getByRole('button', { name: 'Link Google' }).waitFor();
});

it('whoever turns back at the provider is told so, and may sign out before the profile is complete', async () => {
  const page = await context.newPage();
  await page.goto('accounts/login');
  await page.getByRole('button', { name: 'Continue with Google' }).click();
  await introduce(page, null);
  await page.getByRole('alert').getByText('You turned back before it was done.').waitFor();

  await page.getByRole('button', { name: 'Continue with Google' }).click();
  await introduce(page, { ...WANDA, sub: 'walter', email: 'walter@customer.example' });
  await page.getByRole('heading', { name: 'Complete your profile' }).waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
});
