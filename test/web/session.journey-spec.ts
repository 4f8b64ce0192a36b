import { type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core';

import { ApiClient } from '../support/api-client';
import { ADMIN, BuiltDesk } from '../support/built-desk';
import { openBrowser } from './support/browser';

const MOST_STOPS = 40;

let browser: Browser;
let desk: BuiltDesk;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  browser = await openBrowser();
});

afterEach(async () => {
  await Promise.all(contexts.splice(0).map((context) => context.close()));
});

afterAll(() => browser.close());

async function newContext(): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: desk.url, colorScheme: 'light' });
  contexts.push(context);
  return context;
}

async function openPage(path: string, context?: BrowserContext): Promise<Page> {
  const page = await (context ?? (await newContext())).newPage();
  await page.goto(path);
  return page;
}

const signInPage = (page: Page) => page.getByRole('heading', { name: 'Welcome back' });
const ticketList = (page: Page) => page.getByRole('heading', { level: 1, name: 'Tickets' });

async function signIn(page: Page): Promise<void> {
  await page.getByLabel('Email').fill(ADMIN.email);
  await page.getByLabel('Password', { exact: true }).fill(ADMIN.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await ticketList(page).waitFor();
}

/** Walks with Tab until the stop is reached, as somebody without a mouse does. */
async function tabTo(page: Page, stop: Locator): Promise<void> {
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    await page.keyboard.press('Tab');
    if (await stop.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab does not reach ${stop.toString()}`);
}

describe('an empty desk', () => {
  beforeAll(async () => {
    desk = await BuiltDesk.start();
  });

  afterAll(() => desk.stop());

  it('begins with the set-up page, whose superadmin is signed in at once and stays the only one made there', async () => {
    const page = await openPage('console/');
    await page.getByRole('heading', { name: 'Welcome to your new desk' }).waitFor();
    await page.getByLabel('First name').fill('Root');
    await page.getByLabel('Last name').fill('Admin');
    await page.getByLabel('Email').fill(ADMIN.email);
    await page.getByLabel('Password', { exact: true }).fill(ADMIN.password);
    await page.getByRole('button', { name: 'Create account and sign in' }).click();
    await ticketList(page).waitFor();
    await page.getByText('No tickets yet').waitFor();

    const late = await openPage('console/accounts/setup');
    await signInPage(late).waitFor();
    await signIn(late);
  });
});

describe('a session in the console', () => {
  beforeAll(async () => {
    desk = await BuiltDesk.start({ ADMIN_EMAIL: ADMIN.email, ADMIN_PASSWORD: ADMIN.password });
  });

  afterAll(() => desk.stop());

  it('outlives a reload, is shared by tabs and ends in all of them', async () => {
    const page = await openPage('console/');
    await signIn(page);
    await page.reload();
    await ticketList(page).waitFor();
    const tab = await openPage('console/accounts/profile', page.context());
    await tab.getByRole('heading', { name: 'About you' }).waitFor();

    await page.getByRole('button', { name: 'Your account' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await Promise.all([signInPage(page).waitFor(), signInPage(tab).waitFor()]);
    await tab.goto('console/tickets');
    await signInPage(tab).waitFor();
  });

  it('keeps the chosen theme', async () => {
    const page = await openPage('console/');
    await signIn(page);
    const scheme = () => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
    expect(await scheme()).not.toBe('dark');
    await page.getByRole('button', { name: 'Theme' }).click();
    await page.getByRole('menuitemradio', { name: 'Dark' }).click();
    await page.waitForFunction(() => getComputedStyle(document.documentElement).colorScheme === 'dark');
    await page.reload();
    await ticketList(page).waitFor();
    expect(await scheme()).toBe('dark');
  });

  it('needs no mouse: sign in, open a ticket, reply, go back', async () => {
    const root = await ApiClient.signIn(desk.url, ADMIN);
    await root.post('tickets/tickets/', { title: 'The key is stuck', description: 'Which one?' });
    const page = await openPage('console/');
    await signInPage(page).waitFor();
    await tabTo(page, page.getByLabel('Email'));
    await page.keyboard.type(ADMIN.email);
    await tabTo(page, page.getByLabel('Password', { exact: true }));
    await page.keyboard.type(ADMIN.password);
    await page.keyboard.press('Enter');
    const link = page.getByRole('link', { name: 'The key is stuck' });
    await link.waitFor();
    await tabTo(page, link);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'The key is stuck' }).waitFor();
    await page.getByRole('textbox', { name: 'Reply' }).waitFor();
    await page.keyboard.press('r');
    await page.keyboard.type('Press the other one');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('article').getByText('Press the other one').waitFor();
    await page.goBack();
    await page.locator('a:focus', { hasText: 'The key is stuck' }).waitFor();
  });
});
