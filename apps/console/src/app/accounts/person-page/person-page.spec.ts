import { type HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatDialogHarness } from '@angular/material/dialog/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { MatSelectHarness } from '@angular/material/select/testing';
import { MatSnackBarHarness } from '@angular/material/snack-bar/testing';
import { Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { type SessionUser } from '@desk/web/core';
import {
  ANNA,
  FakeServer,
  MONA,
  answer,
  asRead,
  pageOf,
  provideTestDesk,
  refuse,
  settled,
  ticketOf,
  userOf,
} from '@desk/web/testing';
import { LoginAudit } from '../login-audit/login-audit';
import { CreatePerson } from '../person-form/create-person';
import { EditPerson } from '../person-form/edit-person';
import { RequestLog } from '../request-log/request-log';
import { PersonPage } from './person-page';

const BEN = userOf('Ben Ode', { role: 'agent', is_staff: true, department: 'Support' });
const ROOT: SessionUser = { ...MONA, id: 'id-of-root', role: 'superadmin' };
const ONE = 'GET /api/accounts/users/id-of-ben/';
const PATCH = 'PATCH /api/accounts/users/id-of-ben/';
const CREATE = 'POST /api/accounts/users/';
const TICKETS = 'GET /api/tickets/tickets/';
const SESSIONS = 'GET /api/accounts/users/id-of-ben/sessions/';
const AUDIT = 'GET /api/accounts/audit-logs/';
const REQUESTS = 'GET /api/accounts/request-log/';
const RESET = 'POST /api/accounts/password-reset/';

const ATTEMPT = {
  id: 7,
  user: null,
  email_attempted: 'ben@example.com',
  status: 'locked',
  ip_address: '10.1.2.3',
  user_agent: 'Firefox',
  timestamp: '2026-03-10T09:00:00.000Z',
};
const REQUEST = {
  id: 3,
  person: null,
  method: 'PATCH',
  path: '/api/accounts/users/id-of-ben/',
  status: 403,
  ip_address: '10.1.2.3',
  duration_ms: 12,
  request_id: 'request-9',
  timestamp: '2026-03-10T09:00:00.000Z',
};
const SESSION = {
  id: 'session-1',
  device: 'Firefox on Linux',
  ip_address: '10.1.2.3',
  is_current: false,
  kind: 'browser',
  user_agent: 'Firefox',
  created_at: '2026-03-10T09:00:00.000Z',
  expires_at: '2026-03-17T09:00:00.000Z',
  last_used_at: '2026-03-10T09:00:00.000Z',
};

describe('the pages of one person', () => {
  let server: FakeServer;
  let loader: HarnessLoader;
  let root: HarnessLoader;
  let page: HTMLElement;

  beforeEach(() => localStorage.clear());

  async function open(address: string, user: SessionUser = MONA, person: object = BEN): Promise<void> {
    TestBed.configureTestingModule({
      providers: provideTestDesk({
        app: 'console',
        user,
        routes: [
          { path: 'accounts/users', children: [] },
          { path: 'accounts/users/create', component: CreatePerson },
          { path: 'accounts/users/:id', component: PersonPage },
          { path: 'accounts/users/:id/edit', component: EditPerson },
          { path: 'accounts/audit-logs', component: LoginAudit },
          { path: 'accounts/request-log', component: RequestLog },
        ],
      }),
    });
    server = TestBed.inject(FakeServer)
      .on(ONE, answer(person))
      .on(PATCH, answer(person))
      .on(CREATE, answer(BEN))
      .on(RESET, answer(null))
      .on(SESSIONS, answer(pageOf([SESSION])))
      .on('DELETE /api/accounts/users/id-of-ben/sessions/session-1/', answer(null))
      .on(AUDIT, answer(pageOf([ATTEMPT])))
      .on(REQUESTS, answer(pageOf([REQUEST])))
      .on(TICKETS, ({ params }) =>
        answer(params.has('assigned_agent') ? { ...pageOf([ticketOf(1)]), count: 12 } : pageOf([])),
      );
    const harness = await RouterTestingHarness.create(address);
    loader = TestbedHarnessEnvironment.loader(harness.fixture);
    root = TestbedHarnessEnvironment.documentRootLoader(harness.fixture);
    page = harness.routeNativeElement!;
    await settled();
  }

  const address = () => TestBed.inject(Router).url;
  const button = (text: string | RegExp) => loader.getHarness(MatButtonHarness.with({ text }));
  const hasButton = (text: string | RegExp) => loader.hasHarness(MatButtonHarness.with({ text }));
  const field = (id: string) => loader.getHarness(MatInputHarness.with({ selector: `#${id}` }));
  const told = async () => (await root.getHarness(MatSnackBarHarness)).getMessage();

  async function confirm(action: string): Promise<void> {
    const dialog = await root.getHarness(MatDialogHarness);
    await (await dialog.getHarness(MatButtonHarness.with({ text: action }))).click();
    await settled();
  }

  describe('who it is', () => {
    it('shows what is known, what they work on and the way to all of it', async () => {
      await open('/accounts/users/id-of-ben');
      expect(asRead(page.querySelector('desk-page-header'))).toContain('Ben Ode');
      expect(asRead(page.querySelector('desk-person-facts'))).toContain('Support');
      expect(page.querySelector('desk-person-tickets a')?.getAttribute('href')).toBe('/tickets/JRD-000001');
      expect(page.querySelector('desk-person-tickets .all')?.getAttribute('href')).toBe(
        '/tickets?assigned=id-of-ben',
      );
      expect(page.querySelectorAll('desk-person-tickets')).toHaveLength(1);
    });

    it('lets an agent look and nothing more, and asks for nothing that is not theirs', async () => {
      await open('/accounts/users/id-of-ben', ANNA);
      expect(await hasButton(/Edit|Deactivate|reset/)).toBe(false);
      expect(page.querySelector('desk-person-sessions, desk-person-sign-ins')).toBeNull();
      expect([...server.to(SESSIONS), ...server.to(AUDIT)]).toEqual([]);
    });

    it('keeps managers away from superadmins', async () => {
      await open('/accounts/users/id-of-ben', MONA, { ...BEN, role: 'superadmin' });
      expect(await hasButton(/Edit|Deactivate|reset/)).toBe(false);
      expect(server.to(SESSIONS)).toEqual([]);
    });

    it('deactivates after asking, and says why it could not', async () => {
      await open('/accounts/users/id-of-ben');
      server.on(PATCH, refuse(409, { detail: 'The last superadmin has to stay one, and active' }));
      await (await button('Deactivate')).click();
      await confirm('Deactivate');
      expect(server.to(PATCH).map(({ body }) => body)).toEqual([{ is_active: false }]);
      expect(asRead(page.querySelector('desk-refusals'))).toContain('The last superadmin');
    });

    it('ends a session after asking', async () => {
      await open('/accounts/users/id-of-ben');
      expect(asRead(page.querySelector('desk-person-sessions'))).toContain('Firefox on Linux');
      await (await button('End')).click();
      await confirm('End session');
      expect(server.to('DELETE /api/accounts/users/id-of-ben/sessions/session-1/')).toHaveLength(1);
      expect(server.to(SESSIONS)).toHaveLength(2);
    });

    it('lets superadmins alone reset the second factor of other staff, after asking', async () => {
      const factor = 'DELETE /api/accounts/users/id-of-ben/mfa/';
      await open('/accounts/users/id-of-ben', ROOT);
      server.on(factor, answer(null));
      await (await button(/Reset second factor/)).click();
      expect(server.to(factor)).toEqual([]);
      await confirm('Reset second factor');
      expect(server.to(factor)).toHaveLength(1);
      expect(server.to(SESSIONS)).toHaveLength(2);
      expect(await told()).toBe('The second factor is reset.');
    });

    it.each([
      ['a manager', MONA, BEN],
      ['a customer’s account', ROOT, { ...BEN, role: 'customer', is_staff: false }],
      ['one’s own account', { ...ROOT, id: BEN.id }, BEN],
    ])('has no reset of a second factor for %s', async (_for, user, person) => {
      await open('/accounts/users/id-of-ben', user, person);
      expect(await hasButton(/Edit/)).toBe(true);
      expect(await hasButton(/Reset second factor/)).toBe(false);
    });

    it('sends a link for a new password', async () => {
      await open('/accounts/users/id-of-ben');
      await (await button(/Send password reset/)).click();
      await settled();
      expect(server.to(RESET).map(({ body }) => body)).toEqual([{ email: 'ben@example.com' }]);
      expect(await told()).toContain('ben@example.com');
    });

    it('shows superadmins the latest attempts to sign in', async () => {
      await open('/accounts/users/id-of-ben', ROOT);
      expect(server.to(AUDIT)[0]!.params.get('user')).toBe('id-of-ben');
      expect(asRead(page.querySelector('desk-person-sign-ins'))).toContain('Locked out');
    });

    it('says that nobody is there', async () => {
      await open('/accounts/users/create');
      server.on(ONE, refuse(404));
      await TestBed.inject(Router).navigateByUrl('/accounts/users/id-of-ben');
      await settled();
      expect(server.to(TICKETS)).toEqual([]);
      expect(document.body.textContent).toContain('Nothing here');
    });
  });

  describe('a new one', () => {
    async function fill(): Promise<void> {
      await (await field('person-first-name')).setValue('Ben');
      await (await field('person-last-name')).setValue('Ode');
      await (await field('person-email')).setValue('ben@example.com');
      await (await field('person-password')).setValue('three plain words');
    }

    it('offers a manager every role but the strongest', async () => {
      await open('/accounts/users/create');
      const role = await loader.getHarness(MatSelectHarness);
      await role.open();
      const offered = await Promise.all((await role.getOptions()).map((option) => option.getText()));
      expect(offered).toEqual(['Manager', 'Agent', 'Customer']);
    });

    it('is created, and its page is next', async () => {
      await open('/accounts/users/create');
      await fill();
      await (await button('Create account')).click();
      await settled();
      expect(server.to(CREATE)[0]!.body).toEqual({
        first_name: 'Ben',
        last_name: 'Ode',
        email: 'ben@example.com',
        role: 'customer',
        password: 'three plain words',
        job_title: '',
        department: '',
        phone: '',
        address: '',
      });
      expect(address()).toBe('/accounts/users/id-of-ben');
    });

    it('shows beside the field what the server says against it, and keeps what was typed but the password', async () => {
      await open('/accounts/users/create');
      server.on(
        CREATE,
        refuse(409, { errors: [{ field: 'email', code: 'taken', message: 'There is an account already' }] }),
      );
      await fill();
      await (await button('Create account')).click();
      await settled();
      expect(page.textContent).toContain('There is an account already');

      window.dispatchEvent(new Event('pagehide'));
      const kept = Object.values(localStorage).join();
      expect(kept).toContain('ben@example.com');
      expect(kept).not.toContain('three plain words');

      await (await loader.getHarness(MatButtonHarness.with({ text: 'Discard' }))).click();
      await settled();
      expect(address()).toBe('/accounts/users');
      expect(Object.values(localStorage).join()).not.toContain('ben@example.com');
    });
  });

  describe('changed', () => {
    it('sends only what is another now', async () => {
      await open('/accounts/users/id-of-ben/edit');
      await (await field('person-department')).setValue('Sales');
      await (await button('Save changes')).click();
      await settled();
      expect(server.to(PATCH).map(({ body }) => body)).toEqual([{ department: 'Sales' }]);
      expect(address()).toBe('/accounts/users/id-of-ben');
    });

    it('lets only superadmins change a role', async () => {
      await open('/accounts/users/id-of-ben/edit');
      const [role] = await loader.getAllHarnesses(MatSelectHarness);
      expect(await role!.isDisabled()).toBe(true);
      expect(page.textContent).toContain('Only superadmins change roles');
    });

    it('brings back what was typed and not saved, until it is discarded', async () => {
      await open('/accounts/users/id-of-ben/edit');
      await (await field('person-phone')).setValue('12345');
      const router = TestBed.inject(Router);
      await router.navigateByUrl('/accounts/users/id-of-ben');
      await router.navigateByUrl('/accounts/users/id-of-ben/edit');
      await settled();
      expect(document.querySelector<HTMLInputElement>('#person-phone')?.value).toBe('12345');
      document.querySelector<HTMLElement>('.desk-form-actions a')!.click();
      await settled();
      await router.navigateByUrl('/accounts/users/id-of-ben/edit');
      await settled();
      expect(document.querySelector<HTMLInputElement>('#person-phone')?.value).toBe('');
    });
  });

  describe('sign-ins of everybody', () => {
    it('are filtered by the address bar, with both days included', async () => {
      await open('/accounts/audit-logs?status=failed,locked&search=ben&from=2026-03-01&to=2026-03-02', ROOT);
      const { params } = server.to(AUDIT)[0]!;
      expect(params.getAll('status')).toEqual(['failed', 'locked']);
      expect(params.get('search')).toBe('ben');
      const span = Date.parse(params.get('date_to')!) - Date.parse(params.get('date_from')!);
      expect(span).toBe(48 * 3600_000);
      expect(asRead(page.querySelector('tbody tr'))).toContain('ben@example.com');
    });

    it('are a file with the same filters, and all of their pages', async () => {
      Object.assign(URL, { createObjectURL: () => 'blob:sign-ins', revokeObjectURL: () => undefined });
      await open('/accounts/audit-logs?status=locked&page=2', ROOT);
      await (await button(/Download CSV/)).click();
      await settled();
      expect(server.to(AUDIT).at(-1)!.params.toString()).toBe('ordering=-timestamp&status=locked&export=csv');
    });

    it.each([
      ['ip_address', null],
      ['-status', null],
      ['timestamp', 'timestamp'],
    ])(
      'are a file also while the list is sorted by %s, by which the server may give none',
      async (sort, sent) => {
        Object.assign(URL, { createObjectURL: () => 'blob:sign-ins', revokeObjectURL: () => undefined });
        await open(`/accounts/audit-logs?sort=${sort}`, ROOT);
        expect(server.to(AUDIT).at(-1)!.params.get('ordering')).toBe(sort);
        await (await button(/Download CSV/)).click();
        await settled();
        const { params } = server.to(AUDIT).at(-1)!;
        expect([params.get('export'), params.get('ordering')]).toEqual(['csv', sent]);
      },
    );

    it('take no notice of a day that is none, and say when nothing is left', async () => {
      await open('/accounts/audit-logs?from=soon', ROOT);
      expect(server.to(AUDIT)[0]!.params.has('date_from')).toBe(false);
      server.on(AUDIT, answer(pageOf([])));
      await TestBed.inject(Router).navigateByUrl('/accounts/audit-logs?status=locked');
      await settled();
      await (await button('Show all attempts')).click();
      await settled();
      expect(address()).toBe('/accounts/audit-logs');
    });
  });

  it('shows who asked to change what, and only refusals when they are asked for', async () => {
    await open('/accounts/request-log?method=PATCH,GET&status=4xx&search=users', ROOT);
    const { params } = server.to(REQUESTS)[0]!;
    expect(params.getAll('method')).toEqual(['PATCH']);
    expect(params.get('status')).toBe('4xx');
    expect(params.get('search')).toBe('users');
    expect(asRead(page.querySelector('tbody tr'))).toContain('/api/accounts/users/id-of-ben/403');
  });
});
