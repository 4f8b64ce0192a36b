import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import { Api, getSetUp } from '@desk/web/api-client';
import { APP_KIND } from '../address/app-kind';
import { PageAddress } from '../address/page-address';

const SET_UP_PAGE = '/accounts/setup';

async function isSetUpOpen(api: Api): Promise<boolean> {
  try {
    return (await api.invoke(getSetUp)).open;
  } catch {
    // The server does not answer now: sign-in will say so better than a guard can.
    return false;
  }
}

/** A desk without a superadmin begins with the set-up page, whichever page was asked for. */
export const setUpFirst: CanActivateFn = async () => {
  const router = inject(Router);
  const page = inject(PageAddress);
  const app = inject(APP_KIND);
  if (!(await isSetUpOpen(inject(Api)))) return true;
  if (app === 'console') return router.parseUrl(SET_UP_PAGE);
  page.open('console', SET_UP_PAGE);
  return false;
};

/** The set-up page itself closes for good with the first superadmin. */
export const setUpOpen: CanActivateFn = async () => {
  const router = inject(Router);
  return (await isSetUpOpen(inject(Api))) || router.parseUrl('/accounts/login');
};
