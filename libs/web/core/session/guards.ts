import { inject } from '@angular/core';
import { type CanActivateFn, type CanMatchFn, Router } from '@angular/router';
import { type Permission, roleMay } from '@desk/contracts';
import { Drafts } from '../drafts/drafts';
import { PageAddress } from '../address/page-address';
import { Session } from './session';

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
  if (!session.isSignedIn() || session.isStaff()) return true;
  page.open('portal', state.url);
  return false;
};

/** The whole portal: a staff member is sent to the same path of the console. */
export const customersOnly: CanActivateFn = async (_route, state) => {
  const session = inject(Session);
  const page = inject(PageAddress);
  await session.ready;
  if (!session.isStaff()) return true;
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
