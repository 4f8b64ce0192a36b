import { type Routes } from '@angular/router';
import { ACCOUNT_STRINGS, takesToken } from '@desk/web/accounts';
import { guestOnly, setUpFirst, setUpOpen, signedIn, staffOnly, whoMay, withStrings } from '@desk/web/core';
import { INVITATION_STRINGS } from './accounts/invitations/strings';
import { PEOPLE_ROUTES } from './accounts/people.routes';
import { OUTBOX_STRINGS } from './notifications/strings';
import { TICKET_STRINGS } from './tickets/strings';

export const routes: Routes = [
  {
    path: 'accounts',
    canActivate: [withStrings(ACCOUNT_STRINGS)],
    children: [
      {
        path: 'login',
        title: 'accounts.signIn.title',
        canActivate: [guestOnly, setUpFirst],
        loadComponent: () => import('./accounts/sign-in').then((file) => file.SignIn),
      },
      {
        path: 'forgot-password',
        title: 'accounts.recovery.forgotTitle',
        loadComponent: () =>
          import('./accounts/recovery/forgot-password').then((file) => file.ForgotPassword),
      },
      {
        path: 'reset-password',
        title: 'accounts.recovery.resetTitle',
        canActivate: [takesToken],
        loadComponent: () => import('./accounts/recovery/reset-password').then((file) => file.ResetPassword),
      },
      {
        path: 'invitation',
        title: 'accounts.recovery.invitationTitle',
        canActivate: [takesToken],
        loadComponent: () =>
          import('./accounts/recovery/accept-invitation').then((file) => file.AcceptInvitation),
      },
      {
        path: 'setup',
        title: 'setUp.title',
        canActivate: [setUpOpen],
        loadComponent: () => import('./accounts/set-up').then((file) => file.SetUp),
      },
    ],
  },
  {
    path: '',
    canActivate: [takesToken, signedIn],
    canActivateChild: [staffOnly],
    loadComponent: () => import('./shell/shell').then((file) => file.Shell),
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'tickets' },
      {
        path: 'tickets',
        title: 'ticket.list.title',
        canActivate: [withStrings(TICKET_STRINGS)],
        loadComponent: () => import('./tickets/ticket-list/ticket-list').then((file) => file.TicketList),
      },
      {
        path: 'tickets/create',
        title: 'ticket.new.title',
        canActivate: [withStrings(TICKET_STRINGS)],
        loadComponent: () => import('./tickets/new-ticket/new-ticket').then((file) => file.NewTicket),
      },
      {
        path: 'tickets/:key',
        title: 'ticket.page.title',
        canActivate: [withStrings(TICKET_STRINGS)],
        loadComponent: () => import('./tickets/ticket-page/ticket-page').then((file) => file.TicketPage),
      },
      {
        path: 'accounts/verify-email',
        title: 'accounts.recovery.verifyTitle',
        data: { kind: 'verify' },
        canActivate: [withStrings(ACCOUNT_STRINGS)],
        loadComponent: () =>
          import('./accounts/recovery/confirm-address').then((file) => file.ConfirmAddress),
      },
      {
        path: 'accounts/change-email',
        title: 'accounts.recovery.changeTitle',
        data: { kind: 'change' },
        canActivate: [withStrings(ACCOUNT_STRINGS)],
        loadComponent: () =>
          import('./accounts/recovery/confirm-address').then((file) => file.ConfirmAddress),
      },
      {
        path: 'accounts/invitations',
        title: 'invitations.title',
        canMatch: [whoMay('users.create')],
        canActivate: [withStrings(ACCOUNT_STRINGS), withStrings(INVITATION_STRINGS)],
        loadComponent: () => import('./accounts/invitations/invitations').then((file) => file.Invitations),
      },
      {
        path: 'accounts/security',
        title: 'accounts.security.title',
        canActivate: [withStrings(ACCOUNT_STRINGS)],
        loadComponent: () => import('./accounts/security').then((file) => file.Security),
      },
      {
        path: 'accounts/profile',
        title: 'accounts.profile.title',
        canActivate: [withStrings(ACCOUNT_STRINGS)],
        loadComponent: () => import('./accounts/profile').then((file) => file.Profile),
      },
      {
        path: 'notifications/outbox',
        title: 'outbox.title',
        canMatch: [whoMay('outbox.read')],
        canActivate: [withStrings(OUTBOX_STRINGS)],
        loadComponent: () => import('./notifications/outbox/outbox').then((file) => file.Outbox),
      },
      ...PEOPLE_ROUTES,
      {
        path: '**',
        title: 'notFound.title',
        loadComponent: () => import('./not-found/not-found').then((file) => file.NotFound),
      },
    ],
  },
];
