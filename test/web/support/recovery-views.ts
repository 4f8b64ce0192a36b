import { press, type View } from './view';

/** Where mailed links lead, and where they are asked for. */
export const RECOVERY_VIEWS: View[] = [
  { route: 'console/accounts/forgot-password', who: 'guest', shows: 'we mail you a link' },
  {
    route: 'console/accounts/forgot-password',
    who: 'guest',
    shows: 'we mail you a link',
    doing: 'asked for',
    act: async (page) => {
      await page.getByLabel('Email').fill('a.very.long.address.of.somebody@a.very.long.domain.example');
      await press('Send the link')(page);
      await page.getByText('a mail is on its way').waitFor();
    },
  },
  { route: 'console/accounts/reset-password', who: 'guest', shows: 'has been used or has expired' },
  {
    route: 'console/accounts/reset-password',
    who: 'guest',
    path: `console/accounts/reset-password#token=${'x'.repeat(64)}`,
    shows: 'It replaces the old one everywhere',
    doing: 'refused',
    act: press('Save the password'),
  },
  { route: 'console/accounts/invitation', who: 'guest', shows: 'withdrawn or has expired' },
  { route: 'console/accounts/verify-email', who: 'agent', shows: 'belongs to another account' },
  { route: 'console/accounts/change-email', who: 'agent', shows: 'belongs to another account' },
  {
    route: 'console/accounts/invitations',
    who: 'agent',
    shows: 'There is no page here',
  },
  { route: 'portal/accounts/forgot-password', who: 'guest', shows: 'we mail you a link' },
  {
    route: 'portal/accounts/reset-password',
    who: 'guest',
    path: `accounts/reset-password#token=${'x'.repeat(64)}`,
    shows: 'It replaces the old one everywhere',
  },
  { route: 'portal/accounts/invitation', who: 'guest', shows: 'withdrawn or has expired' },
  { route: 'portal/accounts/verify-email', who: 'customer', shows: 'belongs to another account' },
  { route: 'portal/accounts/change-email', who: 'customer', shows: 'belongs to another account' },
  {
    route: 'portal/accounts/profile',
    who: 'customer',
    shows: 'Not confirmed yet',
    doing: 'changing the address',
    act: press('Change the address'),
  },
];
