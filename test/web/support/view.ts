import { type Page } from 'playwright-core';

import { type Scene } from './seed';

export type Who = 'guest' | 'admin' | 'agent' | 'customer' | 'newcomer' | 'signed up';

export interface View {
  /** As the router table has it, below the name of the application. */
  route: string;
  who: Who;
  /** Where the route has parameters. */
  path?: string | ((scene: Scene) => string);
  /** Something to read once the page is there. */
  shows: string;
  /** What is done before it is looked at, and how this is called. */
  doing?: string;
  act?: (page: Page) => Promise<unknown>;
  /** What the browser itself complains about when an answer is not there. */
  complaint?: RegExp;
  /** A menu floats over the page, outside every landmark; axe knows that of dialogs only. */
  floats?: boolean;
}

export const press = (name: string) => (page: Page) =>
  page.getByRole('button', { name, exact: true }).click();

export const NOT_THERE = /status of 404/;
