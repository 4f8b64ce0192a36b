import { type Routes } from '@angular/router';
import { ACCOUNT_STRINGS } from '@desk/web/accounts';
import { customersOnly, guestOnly, setUpFirst, signedIn, withStrings } from '@desk/web/core';
import { TICKET_STRINGS } from './tickets/strings';

export const routes: Routes = [
  {
    path: '',
    canActivateChild: [customersOnly],
    loadComponent: () => import('./shell/shell').then((file) => file.Shell),
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'tickets' },
      {
        path: 'tickets',
        canActivate: [signedIn, withStrings(TICKET_STRINGS)],
        loadChildren: () => import('./tickets/tickets.routes').then((file) => file.TICKET_ROUTES),
      },
      {
        path: 'accounts',
        canActivate: [withStrings(ACCOUNT_STRINGS)],
        children: [
          {
            path: 'login',
            title: 'signIn.heading',
            canActivate: [guestOnly, setUpFirst],
            loadComponent: () => import('./accounts/sign-in').then((file) => file.SignIn),
          },
          {
            path: 'register',
            title: 'register.title',
            canActivate: [guestOnly],
            loadComponent: () => import('./accounts/register').then((file) => file.Register),
          },
          {
            path: 'profile',
            title: 'accounts.profile.title',
            canActivate: [signedIn],
            loadComponent: () => import('./accounts/profile').then((file) => file.Profile),
          },
        ],
      },
      {
        path: '**',
        title: 'notFound.title',
        loadComponent: () => import('./not-found/not-found').then((file) => file.NotFound),
      },
    ],
  },
];
