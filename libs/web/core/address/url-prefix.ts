import { DOCUMENT, InjectionToken, inject } from '@angular/core';
import { APP_KIND, type AppKind } from './app-kind';

const CONSOLE_FOLDER = '/console';

/** `/desk/` in the portal and `/desk/console/` in the console both give `/desk`. */
export function prefixOf(basePath: string, app: AppKind): string {
  const base = basePath.replace(/\/+$/, '');
  return app === 'console' && base.endsWith(CONSOLE_FOLDER) ? base.slice(0, -CONSOLE_FOLDER.length) : base;
}

/** What every address of the product begins with, without a slash at its end: `/desk` unless the server says otherwise. */
export const URL_PREFIX = new InjectionToken<string>('URL_PREFIX', {
  providedIn: 'root',
  factory: () => prefixOf(new URL(inject(DOCUMENT).baseURI).pathname, inject(APP_KIND)),
});
