import { Injectable, inject } from '@angular/core';
import { type CanActivateFn, RedirectCommand, Router } from '@angular/router';

/** The token of the mailed link that led here: in memory only, because an address ends up in histories and logs. */
@Injectable({ providedIn: 'root' })
export class OneTimeToken {
  private token: string | null = null;

  keep(token: string): void {
    this.token = token;
  }

  /** Null when the page was opened without a link, or loaded again. */
  get(): string | null {
    return this.token;
  }

  forget(): void {
    this.token = null;
  }
}

/**
 * First guard of a page that a mail leads to: takes `#token=…` out of the address before anything else sees it, so that
 * neither the history nor a way through sign-in carries it on.
 */
export const takesToken: CanActivateFn = (route, state) => {
  const token = new URLSearchParams(route.fragment ?? '').get('token');
  if (token === null) return true;
  inject(OneTimeToken).keep(token);
  const [path = ''] = state.url.split('#');
  return new RedirectCommand(inject(Router).parseUrl(path), { replaceUrl: true });
};
