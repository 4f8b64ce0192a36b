import { type HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { ApplicationRef } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatDialogHarness } from '@angular/material/dialog/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { RouterTestingHarness } from '@angular/router/testing';
import { FakeServer, answer, provideTestDesk, refuse, settled } from '@desk/web/testing';
import { provideStepUp } from './provide-step-up';
import { SecurityPage } from './security-page';

const MFA = '/api/accounts/mfa/';
const OFF = { enabled: false, confirmed_at: null, required: false, recovery_codes_left: 0 };
const PAGE = { count: 0, next: null, previous: null, results: [] };
const NOT_PROVEN = refuse(403, { type: 'about:blank#step_up_required' });

describe('the security page', () => {
  let server: FakeServer;
  let fixture: RouterTestingHarness['fixture'];
  let loader: HarnessLoader;
  let page: HTMLElement;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideTestDesk({ app: 'console', routes: [{ path: '**', component: SecurityPage }] }),
        provideStepUp(),
      ],
    });
    server = TestBed.inject(FakeServer)
      .on(`GET ${MFA}`, answer(OFF))
      .on('GET /api/accounts/sessions/', answer(PAGE))
      .on('GET /api/accounts/tokens/', answer(PAGE));
  });

  async function open(): Promise<void> {
    const harness = await RouterTestingHarness.create('/accounts/security');
    fixture = harness.fixture;
    loader = TestbedHarnessEnvironment.loader(fixture);
    await settled();
    page = harness.routeNativeElement!;
  }

  async function press(text: string): Promise<void> {
    await (await loader.getHarness(MatButtonHarness.with({ text }))).click();
    await settled();
  }

  /** While a request waits for the dialog nothing is stable, so here nobody waits for that. */
  async function until<T>(find: () => T | null | undefined): Promise<T> {
    for (;;) {
      TestBed.inject(ApplicationRef).tick();
      const found = find();
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  const button = (text: string) =>
    [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === text);

  const type = async (selector: string, value: string) =>
    (await loader.getHarness(MatInputHarness.with({ selector }))).setValue(value);

  it('sets up a second factor, and shows the recovery codes once', async () => {
    server
      .on(
        `POST ${MFA}`,
        answer({ secret: 'JBSWY3DP', otpauth_url: 'otpauth://x', qr: 'data:image/svg+xml,' }),
      )
      .on(`POST ${MFA}confirm/`, answer({ recovery_codes: ['aaaa-bbbb-cccc'] }));
    await open();
    await press('Set it up');
    expect(page.textContent).toContain('JBSWY3DP');
    await type('#factor-otp', '123456');
    await press('Switch it on');
    expect(server.to(`POST ${MFA}confirm/`)[0]?.body).toEqual({ otp: '123456' });
    expect(page.textContent).toContain('aaaa-bbbb-cccc');
    await press('I have kept them');
    expect(page.textContent).not.toContain('aaaa-bbbb-cccc');
  });

  it('replaces recovery codes and switches off only after asking, and says what follows', async () => {
    server
      .on(
        `GET ${MFA}`,
        answer({ ...OFF, enabled: true, required: true, confirmed_at: '2026-03-10T09:00:00Z' }),
      )
      .on(`POST ${MFA}recovery-codes/`, answer({ recovery_codes: ['dddd-eeee-ffff'] }));
    await open();
    await press('Switch it off');
    const documentLoader = TestbedHarnessEnvironment.documentRootLoader(fixture);
    const asked = await documentLoader.getHarness(MatDialogHarness);
    expect(await asked.getText()).toContain('the desk is shut to you until you have set up another');
    await asked.close();
    await press('New recovery codes');
    expect(server.to(`POST ${MFA}recovery-codes/`)).toEqual([]);
    await (await documentLoader.getHarness(MatButtonHarness.with({ text: 'Make new codes' }))).click();
    await settled();
    expect(page.textContent).toContain('dddd-eeee-ffff');
  });

  it('asks for nothing else while a second factor is owed', async () => {
    server.on(`GET ${MFA}`, answer({ ...OFF, required: true }));
    await open();
    expect(page.textContent).toContain('Your role must have a second factor.');
    expect(server.to('GET /api/accounts/sessions/')).toEqual([]);
  });

  it('asks for a proof where one is due, and repeats what was asked', async () => {
    let isProven = false;
    const given = answer({ secret: 'JBSWY3DP', otpauth_url: 'otpauth://x', qr: 'data:image/svg+xml,' });
    server.on(`POST ${MFA}`, () => (isProven ? given : NOT_PROVEN));
    server.on('POST /api/accounts/session/step-up/', () => {
      isProven = true;
      return { status: 204, body: null };
    });
    await open();
    button('Set it up')?.click();
    const field = await until(() => document.querySelector<HTMLInputElement>('#step-up-password'));
    field.value = 'plain-sailing-87';
    field.dispatchEvent(new Event('input'));
    button('Confirm')?.click();
    await until(() => page.textContent.includes('JBSWY3DP'));
    expect(server.to('POST /api/accounts/session/step-up/')[0]?.body).toEqual({
      password: 'plain-sailing-87',
    });
    expect(server.to(`POST ${MFA}`)).toHaveLength(2);
  });
});
