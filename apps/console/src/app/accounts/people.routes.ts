import { type Routes } from '@angular/router';
import { ACCOUNT_STRINGS } from '@desk/web/accounts';
import { whoMay, withStrings } from '@desk/web/core';
import { PEOPLE_STRINGS } from './strings';

const words = withStrings(PEOPLE_STRINGS);

/** Other people's accounts, for those who may look at them. */
export const PEOPLE_ROUTES: Routes = [
  {
    path: 'accounts/audit-logs',
    title: 'people.audit.title',
    canMatch: [whoMay('loginAudit.read')],
    canActivate: [words],
    loadComponent: () => import('./login-audit/login-audit').then((file) => file.LoginAudit),
  },
  {
    path: 'accounts/request-log',
    title: 'people.requests.title',
    canMatch: [whoMay('requestLog.read')],
    canActivate: [words],
    loadComponent: () => import('./request-log/request-log').then((file) => file.RequestLog),
  },
  {
    path: 'accounts/users',
    title: 'people.list.title',
    canActivate: [words],
    loadComponent: () => import('./people-list/people-list').then((file) => file.PeopleList),
  },
  {
    path: 'accounts/users/create',
    title: 'people.form.create',
    canMatch: [whoMay('users.create')],
    canActivate: [words, withStrings(ACCOUNT_STRINGS)],
    loadComponent: () => import('./person-form/create-person').then((file) => file.CreatePerson),
  },
  {
    path: 'accounts/users/:id',
    title: 'people.page.title',
    canActivate: [words],
    loadComponent: () => import('./person-page/person-page').then((file) => file.PersonPage),
  },
  {
    path: 'accounts/users/:id/edit',
    title: 'people.form.edit',
    canMatch: [whoMay('users.deactivate')],
    canActivate: [words, withStrings(ACCOUNT_STRINGS)],
    loadComponent: () => import('./person-form/edit-person').then((file) => file.EditPerson),
  },
];
