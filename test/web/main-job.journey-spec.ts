import { type Browser, type BrowserContext, type Page } from 'playwright-core';

import { ApiClient } from '../support/api-client';
import { ADMIN, BuiltDesk } from '../support/built-desk';
import {
  NOTE,
  NOTE_MARKER,
  QUESTION,
  REPLY,
  REPLY_MARKER,
  TAG,
  threeMegabytes,
  URGENT_POLICY,
  urgentRules,
} from '../support/main-job';
import { openBrowser } from './support/browser';
import { isFirstVisit, Witness } from './support/witness';

const AGENT = {
  email: 'grace@desk.example',
  password: 'blue-kettle-whistle',
  first_name: 'Grace',
  last_name: 'Agent',
};
const CUSTOMER = {
  email: 'ada@customer.example',
  password: 'brown-kettle-whistle',
  first_name: 'Ada',
  last_name: 'Customer',
};

let desk: BuiltDesk;
let browser: Browser;
let agentId: string;

beforeAll(async () => {
  desk = await BuiltDesk.start({ ADMIN_EMAIL: ADMIN.email, ADMIN_PASSWORD: ADMIN.password });
  browser = await openBrowser();
  const superadmin = await ApiClient.signIn(desk.url, ADMIN);
  const agent = await superadmin.post<{ id: string }>('accounts/users/', { ...AGENT, role: 'agent' });
  agentId = agent.id;
  await superadmin.post('sla/policies/', URGENT_POLICY);
  for (const rule of urgentRules(agentId)) await superadmin.post('automation/rules/', rule);
});

// As they were opened, so that where one did not open nothing is left running, which jest would wait for.
afterAll(async () => {
  await desk.stop();
  await browser.close();
});

async function openPage(path: string): Promise<{ page: Page; context: BrowserContext; witness: Witness }> {
  const context = await browser.newContext({ baseURL: desk.url });
  context.setDefaultTimeout(15_000);
  const witness = new Witness(context);
  const page = await context.newPage();
  await page.goto(path);
  return { page, context, witness };
}

async function signInAsAgent(page: Page): Promise<void> {
  await page.getByLabel('Email').fill(AGENT.email);
  await page.getByLabel('Password', { exact: true }).fill(AGENT.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Notifications, 0 unread' }).waitFor();
}

async function register(page: Page): Promise<void> {
  await page.getByLabel('First name').fill(CUSTOMER.first_name);
  await page.getByLabel('Last name').fill(CUSTOMER.last_name);
  await page.getByLabel('Email').fill(CUSTOMER.email);
  await page.getByLabel('Password', { exact: true }).fill(CUSTOMER.password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByRole('heading', { name: 'Your requests' }).waitFor();
}

/** @returns the body of the answer to the creating POST. */
async function ask(page: Page): Promise<Record<string, unknown>> {
  const file = threeMegabytes();
  await page.getByRole('link', { name: 'Ask for help' }).click();
  await page.getByLabel('What is it about?').fill(QUESTION.title);
  await page.getByLabel('What happened?').fill(QUESTION.description);
  await page.getByRole('combobox', { name: 'How urgent is it?' }).click();
  await page.getByRole('option', { name: 'I cannot work' }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'choose them' }).click();
  await (await chooser).setFiles(file);
  await page.getByRole('list', { name: 'Attachments' }).getByText('3.1 MB').waitFor();
  const answer = page.waitForResponse(
    (response) => response.request().method() === 'POST' && response.url().endsWith('/api/tickets/tickets/'),
  );
  await page.getByRole('button', { name: 'Send' }).click();
  return (await (await answer).json()) as Record<string, unknown>;
}

async function write(
  page: Page,
  mode: 'Internal note' | 'Reply',
  text: string,
  action: string,
): Promise<void> {
  await page.getByRole('radio', { name: mode }).click();
  await page.getByRole('textbox', { name: mode }).fill(text);
  await page.getByRole('button', { name: action }).click();
  await page.getByRole('article').getByText(text).waitFor();
}

async function rate(page: Page): Promise<void> {
  // By keyboard, as the radio group that the stars are: the dots themselves are out of sight.
  await page.getByRole('radio', { name: '5 of 5 stars' }).press('Space');
  await page.getByLabel('Anything you want to tell us?').fill('Quick and kind');
  await page.getByRole('button', { name: 'Send rating' }).click();
  await page.getByRole('heading', { name: 'Thank you for your rating' }).waitFor();
}

it('takes a ticket from the customer’s question to five stars', async () => {
  const { page: agent, witness: agentSide } = await openPage('console/');
  await signInAsAgent(agent);
  const { page: customer, witness: customerSide } = await openPage('accounts/register');
  await register(customer);

  // Rules and service levels have acted before the answer to the customer goes out.
  const answer = await ask(customer);
  const answered = performance.now();
  expect(answer).toMatchObject({
    ...QUESTION,
    source: 'web',
    status: 'open',
    assigned_agent: { id: agentId },
    tags: [{ name: TAG }],
    sla_response_deadline: expect.stringMatching(/Z$/) as string,
    sla_resolution_deadline: expect.stringMatching(/Z$/) as string,
  });

  // The agent, who has been looking at another page all the time, is told without a reload.
  const bell = agent.getByRole('button', { name: 'Notifications, 1 unread' });
  await bell.waitFor();
  const passed = Math.round(performance.now() - answered);
  process.stdout.write(`The agent's bell rang ${passed} ms after the customer had the answer.\n`);
  await bell.click();
  await agent.getByRole('menuitem', { name: QUESTION.title }).click();
  await agent.getByRole('heading', { level: 1, name: QUESTION.title }).waitFor();
  await agent.getByRole('button', { name: 'Notifications, 0 unread' }).waitFor();
  await agent.getByRole('button', { name: 'Download report.bin' }).waitFor();

  await write(agent, 'Internal note', NOTE, 'Add internal note');
  await write(agent, 'Reply', REPLY, 'Send reply');
  await customer.getByText(REPLY_MARKER).waitFor();

  await agent.getByRole('combobox', { name: 'Status' }).click();
  await agent.getByRole('option', { name: 'Resolved' }).click();
  await customer.getByRole('heading', { name: 'How good was our help?' }).waitFor();
  await rate(customer);
  const ticket = await ApiClient.signIn(desk.url, AGENT).then((api) =>
    api.get(`tickets/tickets/${String(answer['ticket_id'])}/`),
  );
  expect(ticket).toMatchObject({ status: 'resolved', csat_rating: 5, csat_feedback: 'Quick and kind' });

  // The reply came to the customer in every way, the note in none; who may read it shows that it would be noticed.
  const received = await customerSide.received();
  const { answers: read } = await agentSide.received();
  expect(read.filter((text) => text.includes(NOTE_MARKER))).not.toEqual([]);
  expect(received.answers.filter((text) => text.includes(REPLY_MARKER))).not.toEqual([]);
  expect(received.frames.filter((text) => text.includes('ticket:changed'))).not.toEqual([]);
  expect([...received.answers, ...received.frames].filter((text) => text.includes(NOTE_MARKER))).toEqual([]);
  expect(await customer.content()).toContain(REPLY_MARKER);
  expect(await customer.content()).not.toContain(NOTE_MARKER);
  expect([...agentSide.complaints, ...customerSide.complaints].filter((text) => !isFirstVisit(text))).toEqual(
    [],
  );
});
