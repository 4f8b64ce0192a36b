import { TestBed } from '@angular/core/testing';
import { type CanMatchFn, type Route, type UrlSegment } from '@angular/router';
import { Session, type SessionUser } from '@desk/web/core';
import { ANNA, MONA } from '@desk/web/testing';
import { routes } from './app.routes';

const pages = routes.flatMap(({ children }) => children ?? []);

async function isOpenTo(user: SessionUser, route: Route): Promise<boolean> {
  TestBed.resetTestingModule().configureTestingModule({
    providers: [{ provide: Session, useValue: { ready: Promise.resolve(), user: () => user } }],
  });
  for (const guard of (route.canMatch ?? []) as CanMatchFn[]) {
    const answer = await TestBed.runInInjectionContext(async () => guard(route, [] as UrlSegment[]));
    if (answer !== true) return false;
  }
  return true;
}

async function closedTo(user: SessionUser): Promise<(string | undefined)[]> {
  const closed = [];
  for (const page of pages) if (!(await isOpenTo(user, page))) closed.push(page.path);
  return closed;
}

describe('the pages of the console', () => {
  const FOR_SUPERADMINS = ['notifications/outbox', 'accounts/audit-logs', 'accounts/request-log'];
  const FOR_MANAGERS = ['accounts/invitations', 'accounts/users/create', 'accounts/users/:id/edit'];

  it('are not there for a role whose requests they make would be refused', async () => {
    expect((await closedTo(ANNA)).sort()).toEqual([...FOR_SUPERADMINS, ...FOR_MANAGERS].sort());
    expect((await closedTo(MONA)).sort()).toEqual([...FOR_SUPERADMINS].sort());
    expect(await closedTo({ ...MONA, role: 'superadmin' })).toEqual([]);
  });
});
