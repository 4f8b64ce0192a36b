import { type HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatFormFieldHarness } from '@angular/material/form-field/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { Session } from '@desk/web/core';
import { CARLA_HERSELF, FakeServer, answer, provideTestDesk, refuse, settled } from '@desk/web/testing';
import { Register } from './register';

const REGISTER = 'POST /api/accounts/register/';
const GOOGLE = { name: 'google', title: 'Google' };
const PERSON = {
  first_name: 'Carla',
  last_name: 'Customer',
  email: 'carla@example.com',
  password: 'calm harbour lights',
};

describe('desk-register', () => {
  const signIn = jest.fn();
  let server: FakeServer;
  let loader: HarnessLoader;
  let page: HTMLElement;

  beforeEach(() => {
    signIn.mockReset().mockResolvedValue(CARLA_HERSELF);
    const routes = [
      { path: 'accounts/register', component: Register },
      { path: '**', children: [] },
    ];
    TestBed.configureTestingModule({
      providers: [
        provideTestDesk({ app: 'portal', routes }),
        { provide: Session, useValue: { signIn, user: () => null } },
      ],
    });
    server = TestBed.inject(FakeServer).on(
      'GET /api/accounts/oidc/',
      answer({ count: 1, results: [GOOGLE] }),
    );
    server.on(REGISTER, answer({ id: 'id-of-carla', email: PERSON.email }));
  });

  async function open(next = ''): Promise<void> {
    const harness = await RouterTestingHarness.create(`/accounts/register${next}`);
    loader = TestbedHarnessEnvironment.loader(harness.fixture);
    page = harness.routeNativeElement!;
  }

  async function fill(change: Partial<typeof PERSON> = {}): Promise<void> {
    for (const [name, value] of Object.entries({ ...PERSON, ...change })) {
      const selector = `#register-${name.replace('_', '-')}`;
      await (await loader.getHarness(MatInputHarness.with({ selector }))).setValue(value);
    }
  }

  async function send(): Promise<void> {
    await (await loader.getHarness(MatButtonHarness.with({ text: 'Create account' }))).click();
    await settled();
  }

  async function errors(): Promise<string[]> {
    const fields = await loader.getAllHarnesses(MatFormFieldHarness);
    return (await Promise.all(fields.map((field) => field.getTextErrors()))).flat();
  }

  it('creates the account, signs in and goes where the person wanted to go', async () => {
    await open('?next=%2Ftickets%2Fcreate');
    await fill();
    await send();
    expect(server.to(REGISTER)[0]?.body).toEqual(PERSON);
    expect(signIn).toHaveBeenCalledWith({ email: PERSON.email, password: PERSON.password });
    expect(TestBed.inject(Router).url).toBe('/tickets/create');
  });

  it('never leaves for an address of somebody else', async () => {
    await open('?next=%2F%2Fevil.example');
    await fill();
    await send();
    expect(TestBed.inject(Router).url).toBe('/');
  });

  it('tells what is missing before it asks the server', async () => {
    await open();
    await fill({ first_name: '', email: 'carla', password: 'short' });
    await send();
    expect(await errors()).toEqual([
      'Please fill this in.',
      'Enter an address such as name@example.com.',
      'Use at least 10 characters.',
    ]);
    expect(server.to(REGISTER)).toHaveLength(0);
  });

  it('puts the server’s words beside the field that they are about', async () => {
    const taken = { field: 'email', code: 'email_taken', message: 'There is an account with this address' };
    server.on(REGISTER, refuse(409, { errors: [taken] }));
    await open();
    await fill();
    await send();
    expect(await errors()).toEqual(['There is an account with this address']);
    expect(signIn).not.toHaveBeenCalled();
  });

  it('keeps what was typed when the server fails', async () => {
    server.on(REGISTER, refuse(500));
    await open();
    await fill();
    await send();
    expect(page.textContent).toContain('Request id: request-7');
    expect(page.querySelector<HTMLInputElement>('#register-email')?.value).toBe(PERSON.email);
  });

  it('leads to sign-in with the same goal', async () => {
    await open('?next=%2Ftickets%2Fcreate');
    expect(page.querySelector('.aside a')?.getAttribute('href')).toBe(
      '/accounts/login?next=%2Ftickets%2Fcreate',
    );
  });

  it('offers the ways that need no password of ours', async () => {
    await open();
    await settled();
    expect(await loader.hasHarness(MatButtonHarness.with({ text: 'Continue with Google' }))).toBe(true);
  });
});
