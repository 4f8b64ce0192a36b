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
import { CompleteProfile } from './complete-profile';
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

describe('desk-complete-profile', () => {
  const COMPLETE = 'POST /api/accounts/complete-profile/';
  const DONE = { ...CARLA_HERSELF, is_profile_completed: true };
  const changeUser = jest.fn();
  const signOut = jest.fn();
  let server: FakeServer;
  let loader: HarnessLoader;

  beforeEach(async () => {
    changeUser.mockReset();
    signOut.mockReset();
    const user = () => ({ ...CARLA_HERSELF, last_name: '', is_profile_completed: false });
    const routes = [
      { path: 'accounts/complete-profile', component: CompleteProfile },
      { path: '**', children: [] },
    ];
    TestBed.configureTestingModule({
      providers: [
        provideTestDesk({ app: 'portal', routes }),
        { provide: Session, useValue: { user, changeUser, signOut } },
      ],
    });
    server = TestBed.inject(FakeServer);
    const harness = await RouterTestingHarness.create('/accounts/complete-profile?next=%2Ftickets%2Fcreate');
    loader = TestbedHarnessEnvironment.loader(harness.fixture);
  });

  async function send(lastName: string): Promise<string[]> {
    const field = await loader.getHarness(MatInputHarness.with({ selector: '#complete-last-name' }));
    await field.setValue(lastName);
    await (await loader.getHarness(MatButtonHarness.with({ text: 'Save and go on' }))).click();
    await settled();
    const fields = await loader.getAllHarnesses(MatFormFieldHarness);
    return (await Promise.all(fields.map((one) => one.getTextErrors()))).flat();
  }

  it('begins with what the provider told, sends the rest and goes where the person wanted to go', async () => {
    expect(await send('')).toEqual(['Please fill this in.']);
    expect(server.to(COMPLETE)).toEqual([]);
    server.on(COMPLETE, answer(DONE));
    await send('Customer');
    const body = { first_name: 'Carla', last_name: 'Customer', phone: '', department: '' };
    expect(server.to(COMPLETE)[0]?.body).toEqual(body);
    expect(changeUser).toHaveBeenCalledWith(DONE);
    expect(TestBed.inject(Router).url).toBe('/tickets/create');
  });

  it('puts the server’s words beside the field that they are about', async () => {
    const wrong = { field: 'phone', code: 'invalid', message: 'Not a phone number' };
    server.on(COMPLETE, refuse(400, { errors: [wrong] }));
    expect(await send('Customer')).toEqual(['Not a phone number']);
    expect(changeUser).not.toHaveBeenCalled();
  });

  it('goes on as well when another tab was first', async () => {
    server.on(COMPLETE, refuse(409, { type: 'about:blank#profile_completed' }));
    server.on('GET /api/accounts/users/me/', answer(DONE));
    await send('Customer');
    expect(changeUser).toHaveBeenCalledWith(DONE);
    expect(TestBed.inject(Router).url).toBe('/tickets/create');
  });

  it('lets somebody go who is not the one', async () => {
    await (await loader.getHarness(MatButtonHarness.with({ text: 'Sign out' }))).click();
    expect(signOut).toHaveBeenCalled();
  });
});
