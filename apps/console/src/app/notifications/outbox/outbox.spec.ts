import { type HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatDialogHarness } from '@angular/material/dialog/testing';
import { RouterTestingHarness } from '@angular/router/testing';
import { STEP_UP } from '@desk/web/core';
import { FakeServer, MONA, answer, pageOf, provideTestDesk, settled } from '@desk/web/testing';
import { Outbox } from './outbox';

const OUTBOX = 'GET /api/notifications/outbox/';
const LINK = 'http://desk.example/desk/accounts/reset-password#token=';
const HIDDEN = {
  id: 'mail-1',
  to: 'ada@example.com',
  subject: 'Choose a new password',
  text: `Follow ${LINK}only-its-recipient-has-this\nor https://desk.example/help`,
  html: '',
  links_hidden: true,
  message_id: 'mail-1@desk.example',
  state: 'kept',
  created_at: '2026-03-10T09:00:00.000Z',
  sent_at: null,
  last_error: null,
};
const SHOWN = {
  ...HIDDEN,
  links_hidden: false,
  text: HIDDEN.text.replace('only-its-recipient-has-this', 'abc'),
};

describe('desk-outbox', () => {
  const stepUp = jest.fn<Promise<boolean>, []>();
  let server: FakeServer;
  let root: HarnessLoader;

  async function read(mail: typeof HIDDEN): Promise<void> {
    stepUp.mockReset();
    TestBed.configureTestingModule({
      providers: [
        provideTestDesk({
          app: 'console',
          user: { ...MONA, role: 'superadmin' },
          routes: [{ path: '**', component: Outbox }],
        }),
        { provide: STEP_UP, useValue: stepUp },
      ],
    });
    server = TestBed.inject(FakeServer).on(OUTBOX, answer(pageOf([mail])));
    const harness = await RouterTestingHarness.create('/notifications/outbox');
    root = TestbedHarnessEnvironment.documentRootLoader(harness.fixture);
    await settled();
    harness.routeNativeElement?.querySelector<HTMLElement>('.subject button')?.click();
    await settled();
  }

  const showLink = MatButtonHarness.with({ text: 'Show the link' });
  const links = () =>
    [...document.querySelectorAll('desk-linked-text a')].map((link) => link.getAttribute('href'));

  async function askForLink(proves: boolean): Promise<void> {
    stepUp.mockResolvedValue(proves);
    await (await root.getHarness(showLink)).click();
    await settled();
  }

  it('shows a hidden link after a proof, and until then none that leads nowhere', async () => {
    await read(HIDDEN);
    expect(links()).toEqual(['https://desk.example/help']);
    await askForLink(false);
    expect(server.to(OUTBOX)).toHaveLength(1);

    server.on(OUTBOX, answer(pageOf([SHOWN])));
    await askForLink(true);
    expect(links()).toEqual([`${LINK}abc`, 'https://desk.example/help']);
    expect(await root.hasHarness(showLink)).toBe(false);
    expect(document.activeElement?.textContent.trim()).toBe('Close');
  });

  it('asks for no proof that would show nothing more', async () => {
    await read({ ...HIDDEN, links_hidden: false, state: 'sent' });
    expect(await (await root.getHarness(MatDialogHarness)).getTitleText()).toBe(HIDDEN.subject);
    expect(await root.hasHarness(showLink)).toBe(false);
    expect(links()).toEqual(['https://desk.example/help']);
  });
});
