import { generateSync } from 'otplib';
import { type Browser, type BrowserContext, type Page } from 'playwright-core';

import { ApiClient } from '../support/api-client';
import { ADMIN, BuiltDesk } from '../support/built-desk';
import { openBrowser } from './support/browser';

const CUSTOMER = { email: 'carla@velumera.example', password: 'plain-sailing-87' };
const NEW_PASSWORD = 'calm-harbour-lights';

interface Kept {
  to: string;
  text: string;
}

let browser: Browser;
let desk: BuiltDesk;
let root: ApiClient;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  const admin = { ADMIN_EMAIL: ADMIN.email, ADMIN_PASSWORD: ADMIN.password };
  const unlimited = { THROTTLE_ANON: '0', THROTTLE_LOGIN: '0' };
  desk = await BuiltDesk.start({ ...admin, ...unlimited, LOG_LEVEL: 'info' });
  root = await ApiClient.signIn(desk.url, ADMIN);
  const names = { first_name: 'Carla', last_name: 'Customer' };
  await root.post('accounts/users/', { ...CUSTOMER, ...names, role: 'customer' });
});

afterEach(async () => {
  await Promise.all(contexts.splice(0).map((context) => context.close()));
});

afterAll(async () => {
  await desk.stop();
  await browser.close();
});

async function openPage(path: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: desk.url, colorScheme: 'light' });
  contexts.push(context);
  const page = await context.newPage();
  await page.goto(path);
  return page;
}

/**
 * The link of the newest mail to an address once it got so many, as a superadmin reads it in the outbox, below this desk's
 * own address.
 */
async function linkMailedTo(email: string, mails = 1): Promise<string> {
  for (;;) {
    const { results } = await root.get<{ results: Kept[] }>('notifications/outbox/');
    const mailed = results.filter(({ to }) => to === email);
    const link = /\/desk\/(\S+#token=\S+)/.exec(mailed[0]?.text ?? '')?.[1];
    if (link !== undefined && mailed.length >= mails) return link;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function invite(manager: Page, firstName: string, email: string): Promise<void> {
  await manager.getByRole('button', { name: 'Invite somebody' }).click();
  const dialog = manager.getByRole('dialog');
  await dialog.getByLabel('Email').fill(email);
  await dialog.getByLabel('First name').fill(firstName);
  await dialog.getByLabel('Last name').fill('Lind');
  await dialog.getByRole('button', { name: 'Send the invitation' }).click();
  await manager.getByRole('cell', { name: `${firstName} Lind`, exact: true }).waitFor();
}

async function choose(manager: Page, whose: string, what: string): Promise<void> {
  await manager.getByRole('button', { name: `Actions for ${whose}` }).click();
  await manager.getByRole('menuitem', { name: what }).click();
}

it('a customer who forgot the password chooses another one by mail and signs in', async () => {
  const page = await openPage('accounts/login');
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  await page.getByRole('heading', { name: 'Forgot password' }).waitFor();
  await page.getByLabel('Email').fill(CUSTOMER.email);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await page.getByText('a mail is on its way').waitFor();

  const link = await linkMailedTo(CUSTOMER.email);
  await page.goto(link);
  await page.getByRole('heading', { name: 'Choose a new password' }).waitFor();
  // Neither the address bar nor the history keeps it.
  expect(page.url()).not.toContain('token');
  await page.getByLabel('New password', { exact: true }).fill(NEW_PASSWORD);
  await page.getByRole('button', { name: 'Save the password' }).click();
  await page.getByRole('link', { name: 'Sign in' }).last().click();
  await page.getByLabel('Email').fill(CUSTOMER.email);
  await page.getByLabel('Password', { exact: true }).fill(NEW_PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('You have not asked us anything yet').waitFor();

  const again = await openPage(link);
  await again.getByLabel('New password', { exact: true }).fill('another-calm-harbour');
  await again.getByRole('button', { name: 'Save the password' }).click();
  await again.getByText('This link has been used or has expired').waitFor();
  const [, token = ''] = link.split('#token=');
  expect(desk.said).toContain('password-reset/confirm');
  expect(desk.said).not.toContain(token);
});

it('a colleague is invited by mail, chooses a password, and signs in with a second factor from then on', async () => {
  const manager = await openPage('console/accounts/login');
  await manager.getByLabel('Email').fill(ADMIN.email);
  await manager.getByLabel('Password', { exact: true }).fill(ADMIN.password);
  await manager.getByRole('button', { name: 'Sign in' }).click();
  await manager.getByRole('heading', { level: 1, name: 'Tickets' }).waitFor();
  await manager.goto('console/accounts/invitations');
  await manager.getByText('Nobody is waiting').waitFor();
  await invite(manager, 'Nora', 'nora@velumera.example');
  await choose(manager, 'Nora Lind', 'Send again');
  await manager.getByText('nora@velumera.example has a new link.').waitFor();
  await invite(manager, 'Omar', 'omar@velumera.example');
  await choose(manager, 'Omar Lind', 'Withdraw');
  await manager.getByRole('button', { name: 'Withdraw' }).click();
  await manager.getByText('The invitation is withdrawn.').waitFor();

  const page = await openPage(await linkMailedTo('nora@velumera.example', 2));
  await page.getByLabel('You sign in as').waitFor();
  expect(page.url()).not.toContain('token');
  expect(await page.getByLabel('First name').inputValue()).toBe('Nora');
  await page.getByLabel('Password', { exact: true }).fill(NEW_PASSWORD);
  await page.getByRole('button', { name: 'Accept and sign in' }).click();
  await page.getByRole('heading', { level: 1, name: 'Tickets' }).waitFor();
  await manager.reload();
  await manager.getByText('Nobody is waiting').waitFor();

  await page.goto('console/accounts/security');
  await page.getByRole('button', { name: 'Set it up' }).click();
  const card = page.locator('desk-second-factor-card');
  const secret = (await card.locator('code').textContent()) ?? '';
  await page.getByLabel('Code from your app').fill(generateSync({ secret }));
  await page.getByRole('button', { name: 'Switch it on' }).click();
  await card.getByRole('button', { name: 'Download' }).waitFor();
  expect(await card.locator('.codes code').count()).toBe(10);
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await page.getByText('10 recovery codes left').waitFor();

  const elsewhere = await openPage('console/accounts/login');
  await elsewhere.getByLabel('Email').fill('nora@velumera.example');
  await elsewhere.getByLabel('Password', { exact: true }).fill(NEW_PASSWORD);
  await elsewhere.getByRole('button', { name: 'Sign in' }).click();
  // No code is taken twice, and the clock of a telephone may be a step ahead.
  const next = generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + 30 });
  await elsewhere.getByLabel('Code from your authenticator app').fill(next);
  await elsewhere.getByRole('button', { name: 'Sign in' }).click();
  await elsewhere.getByRole('heading', { level: 1, name: 'Tickets' }).waitFor();
});

it('somebody who registers confirms their address, though they have to sign in for it', async () => {
  const page = await openPage('accounts/register');
  await page.getByLabel('First name').fill('New');
  await page.getByLabel('Last name').fill('Comer');
  await page.getByLabel('Email').fill('new@velumera.example');
  await page.getByLabel('Password', { exact: true }).fill(NEW_PASSWORD);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByText('Please confirm new@velumera.example').waitFor();

  const elsewhere = await openPage(await linkMailedTo('new@velumera.example'));
  await elsewhere.getByLabel('Email').fill('new@velumera.example');
  expect(elsewhere.url()).not.toContain('token');
  await elsewhere.getByLabel('Password', { exact: true }).fill(NEW_PASSWORD);
  await elsewhere.getByRole('button', { name: 'Sign in' }).click();
  await elsewhere.getByRole('button', { name: 'Yes, confirm it' }).click();
  await elsewhere.getByText('new@velumera.example is confirmed').waitFor();
  await page.reload();
  await page.getByText('You have not asked us anything yet').waitFor();
  expect(await page.getByText('Please confirm').count()).toBe(0);
});
