import { inject } from '@angular/core';
import { type CanActivateFn, type CanMatchFn, Router } from '@angular/router';
import { type Permission, roleMay } from '@desk/contracts';
import { Drafts } from '../drafts/drafts';
import { PageAddress } from '../address/page-address';
import { Session } from './session';

const COMPLETE_PROFILE = '/accounts/complete-profile';

/** Only for somebody who is signed in; a guest signs in first and comes back. */
export const signedIn: CanActivateFn = async (_route, state) => {
  const session = inject(Session);
  const router = inject(Router);
  await Promise.all([session.ready, inject(Drafts).ready]);
  const next = state.url === '/' ? undefined : state.url;
  return session.isSignedIn() || router.createUrlTree(['/accounts/login'], { queryParams: { next } });
};

/** The whole console: a customer is sent to the same path of the portal. */
export const staffOnly: CanActivateFn = async (_route, state) => {
  const session = inject(Session);
  const page = inject(PageAddress);
  await session.ready;
  if (session.owesProfile()) {
    page.open('portal', COMPLETE_PROFILE);
    return false;
  }
  if (!session.isSignedIn() || session.isStaff()) return true;
  page.open('portal', state.url);
  return false;
};

/** The whole portal: a staff member is sent to the same path of the console. */
export const customersOnly: CanActivateFn = async (_route, state) => {
  const session = inject(Session);
  const page = inject(PageAddress);
  await session.ready;
  // Where a profile is completed is here, whoever it is.
  if (!session.isStaff() || session.owesProfile()) return true;
  page.open('console', state.url);
  return false;
};

/** A page that not every role has: for the others there is none. A guest signs in first, and is asked then. */
export function whoMay(permission: Permission): CanMatchFn {
  return async () => {
    const session = inject(Session);
    await session.ready;
    const user = session.user();
    return user === null || roleMay(user.role, permission);
  };
}

/** Every page but one, for somebody whom a provider brought: the profile comes first, then what they wanted. */
export const profileFirst: CanActivateFn = async (_route, state) => {
  const session = inject(Session);
  const router = inject(Router);
  await session.ready;
  // What follows a # may be a secret, which has no place in a query.
  const [wish = '/'] = state.url.split('#');
  const [path] = wish.split('?');
  if (!session.owesProfile() || path === COMPLETE_PROFILE) return true;
  return router.createUrlTree([COMPLETE_PROFILE], {
    queryParams: { next: path === '/' ? undefined : wish },
  });
};

/** That one page: who has a profile goes on. */
export const profileOwed: CanActivateFn = async (route) => {
  const session = inject(Session);
  const router = inject(Router);
  await session.ready;
  return session.owesProfile() || router.parseUrl(localPath(route.queryParamMap.get('next')));
};

/** Sign-in and its kin: somebody who is signed in already goes on. */
export const guestOnly: CanActivateFn = async (route) => {
  const session = inject(Session);
  const router = inject(Router);
  await session.ready;
  return !session.isSignedIn() || router.parseUrl(localPath(route.queryParamMap.get('next')));
};

/** Where to go after sign-in. Only a path of our own: `next` comes from the address bar. */
export function localPath(next: string | null): string {
  return next && /^\/(?![/\\])/.test(next) ? next : '/';
}
