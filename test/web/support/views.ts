import { type Page } from 'playwright-core';

import { PEOPLE_VIEWS } from './people-views';
import { PROVIDER_VIEWS } from './provider-views';
import { RECOVERY_VIEWS } from './recovery-views';
import { NOT_THERE, press, type View } from './view';

const NOT_OPEN = /status of 403/;

/** As for somebody whose role was taken away while they looked. */
const forbid = async (page: Page) => {
  const refusal = { status: 403, contentType: 'application/problem+json', body: '{"status":403}' };
  await page.route('**/api/tickets/tickets/**', (route) => route.fulfill(refusal));
  await page.reload();
  await page.getByRole('heading', { name: 'This is not open to you' }).waitFor();
};

export const VIEWS: View[] = [
  ...PROVIDER_VIEWS,
  ...RECOVERY_VIEWS,
  { route: 'console/accounts/login', who: 'guest', shows: 'Welcome back' },
  {
    route: 'console/accounts/login',
    who: 'guest',
    shows: 'Welcome back',
    doing: 'refused',
    act: press('Sign in'),
  },
  { route: 'console/tickets', who: 'agent', shows: 'The pump leaks' },
  {
    route: 'console/tickets',
    who: 'agent',
    path: 'console/tickets?search=nowhere',
    shows: 'No ticket matches',
  },
  {
    route: 'console/tickets',
    who: 'agent',
    shows: 'The pump leaks',
    doing: 'with notifications open',
    floats: true,
    act: async (page) => {
      await page.getByRole('button', { name: /^Notifications, \d+ unread$/ }).click();
      await page.getByRole('menuitem', { name: 'New:' }).first().waitFor();
    },
  },
  {
    route: 'console/tickets',
    who: 'agent',
    shows: 'The pump leaks',
    doing: 'with the palette open',
    act: (page) => page.keyboard.press('Control+k'),
  },
  {
    route: 'console/tickets',
    who: 'agent',
    shows: 'The pump leaks',
    doing: 'with the help sheet open',
    act: press('Show keyboard shortcuts'),
  },
  { route: 'console/tickets/create', who: 'agent', shows: 'How did they ask?' },
  {
    route: 'console/tickets/create',
    who: 'agent',
    shows: 'How did they ask?',
    doing: 'refused',
    act: press('Create ticket'),
  },
  {
    route: 'console/tickets/create',
    who: 'agent',
    shows: 'How did they ask?',
    doing: 'looking for the customer',
    floats: true,
    act: async (page) => {
      await page.getByRole('combobox', { name: 'Customer' }).fill('ada');
      await page.getByRole('option', { name: /Ada von/ }).waitFor();
    },
  },
  {
    route: 'console/tickets/:key',
    who: 'agent',
    path: ({ busy }) => `console/tickets/${busy}`,
    shows: 'this one pays double',
  },
  {
    route: 'console/tickets/:key',
    who: 'agent',
    path: ({ busy }) => `console/tickets/${busy}`,
    shows: 'this one pays double',
    doing: 'writing a note',
    act: async (page) => {
      await page.getByRole('radio', { name: 'Internal note' }).click();
      await page.getByRole('textbox', { name: 'Internal note' }).fill('For us');
    },
  },
  {
    route: 'console/tickets/:key',
    who: 'agent',
    path: 'console/tickets/JRD-000000',
    shows: 'Nothing here',
    complaint: NOT_THERE,
  },
  {
    route: 'console/tickets/:key',
    who: 'agent',
    path: ({ resolved }) => `console/tickets/${resolved}`,
    shows: 'nobody knows why',
    doing: 'forbidden',
    act: forbid,
    complaint: NOT_OPEN,
  },
  {
    route: 'console/accounts/profile',
    who: 'agent',
    shows: 'About you',
    doing: 'with the account menu open',
    floats: true,
    act: press('Your account'),
  },
  { route: 'console/accounts/profile', who: 'agent', shows: 'About you' },
  { route: 'console/accounts/security', who: 'agent', shows: 'Where you are signed in' },
  {
    route: 'console/accounts/security',
    who: 'agent',
    shows: 'API tokens',
    doing: 'making a token',
    floats: true,
    act: press('New token'),
  },
  ...PEOPLE_VIEWS,
  {
    route: 'console/tickets',
    who: 'agent',
    path: ({ ada, noa }) => `console/tickets?customer=${ada}&assigned=${noa}`,
    shows: 'does not answer',
  },
  { route: 'console/**', who: 'agent', path: 'console/no/such/page', shows: 'There is no page here' },
  { route: 'portal/accounts/login', who: 'guest', shows: 'See your requests and our answers.' },
  { route: 'portal/accounts/register', who: 'guest', shows: 'pick up where you left off' },
  {
    route: 'portal/accounts/register',
    who: 'guest',
    shows: 'pick up where you left off',
    doing: 'refused',
    act: press('Create account'),
  },
  { route: 'portal/**', who: 'guest', path: 'no/such/page', shows: 'There is no page here' },
  { route: 'portal/**', who: 'customer', path: 'no/such/page', shows: 'There is no page here' },
  { route: 'portal/tickets', who: 'customer', shows: 'The pump leaks' },
  { route: 'portal/tickets', who: 'newcomer', shows: 'You have not asked us anything yet' },
  { route: 'portal/tickets', who: 'customer', path: 'tickets?search=nowhere', shows: 'Nothing found' },
  { route: 'portal/tickets/create', who: 'customer', shows: 'What happened?' },
  {
    route: 'portal/tickets/create',
    who: 'customer',
    shows: 'What happened?',
    doing: 'refused',
    act: press('Send'),
  },
  {
    route: 'portal/tickets/:key',
    who: 'customer',
    path: ({ busy }) => `tickets/${busy}`,
    shows: 'I tried.',
  },
  {
    route: 'portal/tickets/:key',
    who: 'customer',
    path: ({ busy }) => `tickets/${busy}`,
    shows: 'I tried.',
    doing: 'about to close',
    act: press('Close request'),
  },
  {
    route: 'portal/tickets/:key',
    who: 'customer',
    path: ({ resolved }) => `tickets/${resolved}`,
    shows: 'Solved, we think',
  },
  {
    route: 'portal/tickets/:key',
    who: 'customer',
    path: ({ resolved }) => `tickets/${resolved}`,
    shows: 'How good was our help?',
    doing: 'rating it',
    act: (page) => page.getByRole('radio', { name: '4 of 5 stars' }).press('Space'),
  },
  {
    route: 'portal/tickets/:key',
    who: 'customer',
    path: ({ closed }) => `tickets/${closed}`,
    shows: 'This request is closed.',
  },
  {
    route: 'portal/tickets/:key',
    who: 'customer',
    path: 'tickets/JRD-000000',
    shows: 'Nothing here',
    complaint: NOT_THERE,
  },
  { route: 'portal/accounts/profile', who: 'customer', shows: 'About you' },
  { route: 'portal/accounts/security', who: 'customer', shows: 'Where you are signed in' },
  {
    route: 'portal/tickets',
    who: 'customer',
    path: 'console/tickets',
    shows: 'The pump leaks',
    doing: 'who tried the console',
  },
  {
    route: 'portal/tickets',
    who: 'customer',
    shows: 'The pump leaks',
    doing: 'forbidden',
    act: forbid,
    complaint: NOT_OPEN,
  },
];

/** Only a desk that nobody has set up shows it. */
export const SET_UP: View = {
  route: 'console/accounts/setup',
  who: 'guest',
  shows: 'Welcome to your new desk',
};
