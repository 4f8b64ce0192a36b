/** What a table of Angular's router says about addresses. */
interface RouteEntry {
  path?: string;
  redirectTo?: string;
  children?: RouteEntry[];
  loadChildren?: () => Promise<RouteEntry[]>;
}

/** Guards and strings stay away: only addresses are read, and Angular would have to be compiled for it. */
jest.mock('@desk/web/core', () => new Proxy({}, { get: () => () => undefined }), { virtual: true });
jest.mock('@desk/web/accounts', () => ({}), { virtual: true });

const TABLES = {
  console: '../../../apps/console/src/app/app.routes',
  portal: '../../../apps/portal/src/app/app.routes',
};

/** The address of every page of both applications, such as `console/tickets/:key`, parameters as they are written. */
export async function pagesOfRouterTables(): Promise<string[]> {
  const pages = await Promise.all(
    Object.entries(TABLES).map(([app, file]) =>
      pagesBelow(app, jest.requireActual<{ routes: RouteEntry[] }>(file).routes),
    ),
  );
  return pages.flat();
}

async function pagesBelow(parent: string, entries: readonly RouteEntry[]): Promise<string[]> {
  const pages = await Promise.all(
    entries.map(async ({ path = '', redirectTo, children, loadChildren }) => {
      if (redirectTo !== undefined) return [];
      const address = path === '' ? parent : `${parent}/${path}`;
      const below = children ?? (await loadChildren?.());
      return below === undefined ? [address] : pagesBelow(address, below);
    }),
  );
  return pages.flat();
}
