import { type Routes } from '@angular/router';
import { ACCOUNT_STRINGS, takesToken } from '@desk/web/accounts';
import {
  customersOnly,
  guestOnly,
  profileFirst,
  profileOwed,
  setUpFirst,
  signedIn,
  withStrings,
} from '@desk/web/core';
import { TICKET_STRINGS } from './tickets/strings';

export const routes: Routes = [
  {
    path: '',
    canActivateChild: [customersOnly, profileFirst],
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
            path: 'complete-profile',
            title: 'accounts.complete.title',
            canActivate: [signedIn, profileOwed],
            loadComponent: () => import('./accounts/complete-profile').then((file) => file.CompleteProfile),
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
            loadComponent: () =>
              import('./accounts/recovery/reset-password').then((file) => file.ResetPassword),
          },
          {
            path: 'invitation',
            title: 'accounts.recovery.invitationTitle',
            canActivate: [takesToken],
            loadComponent: () =>
              import('./accounts/recovery/accept-invitation').then((file) => file.AcceptInvitation),
          },
          {
            path: 'verify-email',
            title: 'accounts.recovery.verifyTitle',
            data: { kind: 'verify' },
            canActivate: [takesToken, signedIn],
            loadComponent: () =>
              import('./accounts/recovery/confirm-address').then((file) => file.ConfirmAddress),
          },
          {
            path: 'change-email',
            title: 'accounts.recovery.changeTitle',
            data: { kind: 'change' },
            canActivate: [takesToken, signedIn],
            loadComponent: () =>
              import('./accounts/recovery/confirm-address').then((file) => file.ConfirmAddress),
          },
          {
            path: 'security',
            title: 'accounts.security.title',
            canActivate: [signedIn],
            loadComponent: () => import('./accounts/security').then((file) => file.Security),
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
