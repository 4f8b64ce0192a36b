import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { Session } from '@desk/web/core';
import { CARLA_HERSELF, provideTestDesk } from '@desk/web/testing';
import { SignIn } from './sign-in';

describe('desk-sign-in', () => {
  const isSignedIn = signal(false);
  const signIn = jest.fn(() => {
    isSignedIn.set(true);
    return Promise.resolve(CARLA_HERSELF);
  });

  beforeEach(() => {
    isSignedIn.set(false);
    signIn.mockClear();
    const routes = [
      { path: 'accounts/login', component: SignIn },
      { path: '**', children: [] },
    ];
    TestBed.configureTestingModule({
      providers: [
        provideTestDesk({ app: 'portal', routes }),
        { provide: Session, useValue: { signIn, isSignedIn, user: () => null } },
      ],
    });
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
});
