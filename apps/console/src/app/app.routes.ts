import { type Routes } from '@angular/router';
import { ACCOUNT_STRINGS } from '@desk/web/accounts';
import { guestOnly, setUpFirst, setUpOpen, signedIn, staffOnly, withStrings } from '@desk/web/core';
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
        path: 'setup',
        title: 'setUp.title',
        canActivate: [setUpOpen],
        loadComponent: () => import('./accounts/set-up').then((file) => file.SetUp),
      },
    ],
  },
  {
    path: '',
    canActivate: [signedIn],
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
        path: 'accounts/profile',
        title: 'accounts.profile.title',
        canActivate: [withStrings(ACCOUNT_STRINGS)],
        loadComponent: () => import('./accounts/profile').then((file) => file.Profile),
      },
      {
        path: '**',
        title: 'notFound.title',
        loadComponent: () => import('./not-found/not-found').then((file) => file.NotFound),
      },
    ],
  },
];
