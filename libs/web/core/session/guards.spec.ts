import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { CARLA_HERSELF } from '@desk/web/testing';
import { PageAddress } from '../address/page-address';
import { customersOnly, localPath, profileFirst, profileOwed, staffOnly } from './guards';
import { Session } from './session';

describe('Somebody whose profile is not complete', () => {
  let owes = true;
  const open = jest.fn();

  async function visit(url: string, guards = [customersOnly, profileFirst]): Promise<string> {
    const routes = [
      {
        path: '',
        canActivateChild: guards,
        children: [
          { path: 'accounts/complete-profile', canActivate: [profileOwed], children: [] },
          { path: '**', children: [] },
        ],
      },
    ];
    const session = { ready: Promise.resolve(), owesProfile: () => owes, isStaff: () => false };
    TestBed.configureTestingModule({
      providers: [
        provideRouter(routes),
        { provide: Session, useValue: { ...session, isSignedIn: () => true, user: () => CARLA_HERSELF } },
        { provide: PageAddress, useValue: { open } },
      ],
    });
    await RouterTestingHarness.create(url);
    return TestBed.inject(Router).url;
  }

  beforeEach(() => {
    owes = true;
    open.mockReset();
  });

  it.each([
    ['/', ''],
    ['/tickets/5?a=b', '?next=%2Ftickets%2F5%3Fa%3Db'],
    // A secret does not get into a query.
    ['/accounts/reset-password#token=secret', '?next=%2Faccounts%2Freset-password'],
  ])('completes it first: %s', async (url, query) => {
    expect(await visit(url)).toBe(`/accounts/complete-profile${query}`);
  });

  it('does so in the portal', async () => {
    await visit('/tickets', [staffOnly]);
    expect(open).toHaveBeenCalledWith('portal', '/accounts/complete-profile');
  });

  it('goes on once it is complete, and only inside the desk', async () => {
    owes = false;
    expect(await visit('/accounts/complete-profile?next=%2Ftickets%2F5')).toBe('/tickets/5');
    TestBed.resetTestingModule();
    expect(await visit('/accounts/complete-profile?next=%2F%2Fevil.example')).toBe('/');
    TestBed.resetTestingModule();
    expect(await visit('/tickets')).toBe('/tickets');
  });
});

describe('localPath', () => {
  it('keeps a path of our own', () => {
    expect(localPath('/tickets/42?tab=notes')).toBe('/tickets/42?tab=notes');
  });

  it.each([null, '', 'tickets', '//evil.example', '/\\evil.example', 'https://evil.example'])(
    'refuses %s',
    (next) => {
      expect(localPath(next)).toBe('/');
    },
  );
});
