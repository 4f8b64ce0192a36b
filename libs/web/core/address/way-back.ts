import { type Navigation } from '@angular/router';

/** `info` of a navigation that a page's own arrow or key makes to where one came from. */
export const WAY_BACK = 'way back';

/** By that arrow or by the one of the browser. */
export function isWayBack(navigation: Navigation | null): boolean {
  return navigation?.trigger === 'popstate' || navigation?.extras.info === WAY_BACK;
}
