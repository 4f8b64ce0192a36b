import { Location } from '@angular/common';
import { type HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatFormFieldHarness } from '@angular/material/form-field/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { RouterTestingHarness } from '@angular/router/testing';
import { Session } from '@desk/web/core';
import { CARLA_HERSELF, FakeServer, answer, provideTestDesk, refuse, settled } from '@desk/web/testing';
import { ConfirmEmail } from './confirm-email';
import { ForgotPasswordForm } from './forgot-password-form';
import { OneTimeToken, takesToken } from './one-time-token';
import { ResetPasswordForm } from './reset-password-form';

const RESET = 'POST /api/accounts/password-reset/confirm/';
const CONFIRM = 'POST /api/accounts/email/change/confirm/';
const CHECK = 'POST /api/accounts/email/change/check/';
const ME = 'GET /api/accounts/users/me/';
const TOKEN = 'a'.repeat(64);
const DEAD = refuse(400, { errors: [{ field: 'token', code: 'dead_link', message: 'Used' }] });

describe('mailed links', () => {
  const changeUser = jest.fn();
  let server: FakeServer;
  let loader: HarnessLoader;
  let page: HTMLElement;

  beforeEach(() => {
    changeUser.mockReset();
    const routes = [
      { path: 'forgot', component: ForgotPasswordForm },
      { path: 'reset', canActivate: [takesToken], component: ResetPasswordForm },
      { path: 'change', canActivate: [takesToken], data: { kind: 'change' }, component: ConfirmEmail },
    ];
    TestBed.configureTestingModule({
      providers: [
        provideTestDesk({ app: 'portal', routes }),
        { provide: Session, useValue: { user: signal(CARLA_HERSELF), changeUser } },
      ],
    });
    server = TestBed.inject(FakeServer);
  });

  async function open(path: string): Promise<void> {
    const harness = await RouterTestingHarness.create(path);
    loader = TestbedHarnessEnvironment.loader(harness.fixture);
    await settled();
    page = harness.routeNativeElement!;
  }

  async function choose(password: string): Promise<void> {
    await (await loader.getHarness(MatInputHarness)).setValue(password);
    await (await loader.getHarness(MatButtonHarness.with({ text: 'Save the password' }))).click();
    await settled();
  }

  it('leave the address bar before the page is there', async () => {
    await open(`/reset#token=${TOKEN}`);
    expect(TestBed.inject(Location).path(true)).toBe('/reset');
    expect(TestBed.inject(OneTimeToken).get()).toBe(TOKEN);
  });

  it('are used once, and forgotten then', async () => {
    server.on(RESET, answer(null));
    await open(`/reset#token=${TOKEN}`);
    await choose('calm harbour lights');
    expect(server.to(RESET)[0]?.body).toEqual({ token: TOKEN, new_password: 'calm harbour lights' });
    expect(page.textContent).toContain('Your new password is saved');
    expect(TestBed.inject(OneTimeToken).get()).toBeNull();
  });

  it('say when they are of no use any more, and lead to another', async () => {
    server.on(RESET, DEAD);
    await open(`/reset#token=${TOKEN}`);
    await choose('calm harbour lights');
    expect(page.textContent).toContain('This link has been used or has expired');
    expect(page.querySelector('a')?.getAttribute('href')).toBe('/accounts/forgot-password');
  });

  it('stay good when the password is not', async () => {
    const weak = { field: 'new_password', code: 'too_common', message: 'Guessed first' };
    server.on(RESET, refuse(400, { errors: [weak] }));
    await open(`/reset#token=${TOKEN}`);
    await choose('calm harbour lights');
    expect(await (await loader.getHarness(MatFormFieldHarness)).getTextErrors()).toEqual(['Guessed first']);
    expect(TestBed.inject(OneTimeToken).get()).toBe(TOKEN);
  });

  async function agree(): Promise<void> {
    await (await loader.getHarness(MatButtonHarness.with({ text: 'Use this address' }))).click();
    await settled();
  }

  it('move the account to another address once its owner has seen which', async () => {
    const moved = { ...CARLA_HERSELF, email: 'new@example.com', is_email_verified: true };
    server
      .on(CHECK, answer({ email: 'new@example.com' }))
      .on(CONFIRM, answer(null))
      .on(ME, answer(moved));
    await open(`/change#token=${TOKEN}`);
    expect(page.textContent).toContain('under new@example.com');
    expect(server.to(CONFIRM)).toEqual([]);
    await agree();
    expect(server.to(CONFIRM)[0]?.body).toEqual({ token: TOKEN });
    expect(changeUser).toHaveBeenCalledWith({ email: 'new@example.com', is_email_verified: true });
    expect(page.textContent).toContain('Your account is now under');
  });

  it('say that the address was taken meanwhile, and try again where only the server failed', async () => {
    server.on(CHECK, refuse(503)).on(CONFIRM, refuse(409));
    await open(`/change#token=${TOKEN}`);
    server.on(CHECK, answer({ email: 'new@example.com' }));
    await (await loader.getHarness(MatButtonHarness.with({ text: /Try again/ }))).click();
    await settled();
    await agree();
    expect(page.textContent).toContain('somebody else has an account with this address');
  });

  it('are asked for without a word on whether there is such a person', async () => {
    server.on('POST /api/accounts/password-reset/', answer(null));
    await open('/forgot');
    await (await loader.getHarness(MatInputHarness)).setValue('carla@example.com');
    await (await loader.getHarness(MatButtonHarness.with({ text: 'Send the link' }))).click();
    await settled();
    expect(page.textContent).toContain('If there is an account for carla@example.com');
  });
});
