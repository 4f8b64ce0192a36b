import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { SIGN_IN_PROBLEMS } from '@desk/contracts';
import { PageAddress, Session } from '@desk/web/core';
import { CARLA_HERSELF, FakeServer, answer, provideTestDesk, refuse, settled } from '@desk/web/testing';
import { SignIn } from './sign-in';

const PROVIDERS = 'GET /api/accounts/oidc/';

describe('desk-sign-in', () => {
  const isSignedIn = signal(false);
  const expectSignIn = jest.fn();
  const leaveFor = jest.fn();
  let server: FakeServer;
  const signIn = jest.fn(() => {
    isSignedIn.set(true);
    return Promise.resolve(CARLA_HERSELF);
  });

  beforeEach(() => {
    isSignedIn.set(false);
    jest.clearAllMocks();
    const routes = [
      { path: 'accounts/login', component: SignIn },
      { path: '**', children: [] },
    ];
    TestBed.configureTestingModule({
      providers: [
        provideTestDesk({ app: 'portal', routes }),
        { provide: Session, useValue: { signIn, isSignedIn, expectSignIn, user: () => null } },
        { provide: PageAddress, useValue: { leaveFor } },
      ],
    });
    server = TestBed.inject(FakeServer).on(PROVIDERS, answer({ count: 0, results: [] }));
  });

  const open = (next = '') => RouterTestingHarness.create(`/accounts/login${next}`);
  const url = () => TestBed.inject(Router).url;

  it('goes where the person wanted to go', async () => {
    const harness = await open('?next=%2Ftickets%2FJRD-000001');
    const loader = TestbedHarnessEnvironment.loader(harness.fixture);
    for (const [selector, value] of [
      ['#sign-in-email', 'carla@example.com'],
      ['#sign-in-password', 'calm harbour lights'],
    ]) {
      await (await loader.getHarness(MatInputHarness.with({ selector }))).setValue(value!);
    }
    await (await loader.getHarness(MatButtonHarness.with({ text: 'Sign in' }))).click();
    expect(signIn).toHaveBeenCalledWith({ email: 'carla@example.com', password: 'calm harbour lights' });
    expect(url()).toBe('/tickets/JRD-000001');
  });

  it('goes on as well when another tab signed in', async () => {
    const harness = await open('?next=%2Ftickets');
    isSignedIn.set(true);
    await harness.fixture.whenStable();
    expect(url()).toBe('/tickets');
  });

  it('never leaves for an address of somebody else', async () => {
    const harness = await open('?next=https%3A%2F%2Fevil.example');
    isSignedIn.set(true);
    await harness.fixture.whenStable();
    expect(url()).toBe('/');
  });

  it('leads somebody new to registration with the same goal', async () => {
    const harness = await open('?next=%2Ftickets%2Fcreate');
    const link = harness.routeNativeElement!.querySelector('.aside a');
    expect(link?.getAttribute('href')).toBe('/accounts/register?next=%2Ftickets%2Fcreate');
  });

  describe('by a provider', () => {
    const buttons = (page: RouterTestingHarness) =>
      TestbedHarnessEnvironment.loader(page.fixture).getAllHarnesses(
        MatButtonHarness.with({ text: /Continue with/ }),
      );

    it('leaves for the provider, to come back to what the person wanted', async () => {
      server.on(PROVIDERS, answer({ count: 1, results: [{ name: 'velumera-id', title: 'Velumera ID' }] }));
      const page = await open('?next=%2Ftickets%2F5%3Fa%3Db');
      await settled();
      const [button] = await buttons(page);
      expect(await button!.getText()).toBe('Continue with Velumera ID');
      await button!.click();
      expect(expectSignIn).toHaveBeenCalled();
      expect(leaveFor).toHaveBeenCalledWith(
        expect.stringMatching(
          /\/api\/accounts\/oidc\/velumera-id\/start\/\?app=portal&next=%2Ftickets%2F5%3Fa%3Db$/,
        ),
      );
    });

    it.each([
      ['none is offered', answer({ count: 0, results: [] })],
      ['nobody can be asked', refuse(503)],
    ])('is not there where %s', async (_, reply) => {
      server.on(PROVIDERS, reply);
      const page = await open();
      await settled();
      expect(await buttons(page)).toEqual([]);
      expect(page.routeNativeElement!.textContent).not.toMatch(/\bor\b/);
    });

    it.each(SIGN_IN_PROBLEMS)('that did not work says why: %s', async (code) => {
      const page = await open(`?problem=${code}`);
      const words = page.routeNativeElement!.querySelector('[role="alert"]')?.textContent;
      expect(words).toMatch(/^[A-Z].*\.$/);
      expect(words).not.toContain(code);
    });

    it('says nothing that only the address bar says', async () => {
      const page = await open('?problem=You+won');
      expect(page.routeNativeElement!.querySelector('[role="alert"]')).toBeNull();
    });
  });
});
