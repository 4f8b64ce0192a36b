import { NOT_THERE, press, type View } from './view';

/** Other people's accounts, as staff see them. */
export const PEOPLE_VIEWS: View[] = [
  { route: 'console/accounts/users', who: 'agent', shows: 'Ada von Thannhausen-Wolkenstein' },
  {
    route: 'console/accounts/users',
    who: 'admin',
    path: 'console/accounts/users?search=nobody',
    shows: 'Nobody matches',
  },
  {
    route: 'console/accounts/users',
    who: 'admin',
    shows: 'Ada von Thannhausen-Wolkenstein',
    doing: 'with everybody chosen',
    act: async (page) => {
      await page.keyboard.press('Control+a');
      await page.getByText(/^\d+ chosen$/).waitFor();
    },
  },
  {
    route: 'console/accounts/users/:id',
    who: 'admin',
    path: ({ noa }) => `console/accounts/users/${noa}`,
    shows: 'Assigned tickets',
  },
  {
    route: 'console/accounts/users/:id',
    who: 'agent',
    path: ({ ada }) => `console/accounts/users/${ada}`,
    shows: 'The pump leaks',
  },
  {
    route: 'console/accounts/users/:id',
    who: 'agent',
    path: 'console/accounts/users/nobody',
    shows: 'Nothing here',
    complaint: NOT_THERE,
  },
  { route: 'console/accounts/users/create', who: 'admin', shows: 'Tell it to them' },
  {
    route: 'console/accounts/users/create',
    who: 'admin',
    shows: 'Tell it to them',
    doing: 'refused',
    act: press('Create account'),
  },
  {
    route: 'console/accounts/users/:id/edit',
    who: 'admin',
    path: ({ noa }) => `console/accounts/users/${noa}/edit`,
    shows: 'Another role signs them out everywhere',
  },
  {
    route: 'console/**',
    who: 'agent',
    path: ({ noa }) => `console/accounts/users/${noa}/edit`,
    shows: 'There is no page here',
    doing: 'who may not edit others',
  },
  { route: 'console/accounts/audit-logs', who: 'admin', shows: 'Signed in' },
  {
    route: 'console/accounts/audit-logs',
    who: 'admin',
    path: 'console/accounts/audit-logs?to=2001-01-01',
    shows: 'No attempt to sign in',
  },
  {
    route: 'console/**',
    who: 'agent',
    path: 'console/accounts/audit-logs',
    shows: 'There is no page here',
    doing: 'who may not read the audit',
  },
  { route: 'console/accounts/request-log', who: 'admin', shows: '/api/' },
  {
    route: 'console/accounts/request-log',
    who: 'admin',
    path: 'console/accounts/request-log?search=nowhere',
    shows: 'No request',
  },
  { route: 'console/notifications/outbox', who: 'admin', shows: 'Mail outbox' },
  {
    route: 'console/notifications/outbox',
    who: 'admin',
    shows: 'Mail outbox',
    doing: 'reading one',
    act: async (page) => {
      await page.locator('.subject button').first().click();
      await page.getByRole('button', { name: 'Close' }).waitFor();
    },
  },
];
