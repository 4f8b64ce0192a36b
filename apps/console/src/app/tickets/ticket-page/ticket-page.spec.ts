import { type HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { Title } from '@angular/platform-browser';
import { CommandRegistry, Realtime } from '@desk/web/core';
import {
  ANNA,
  ANNA_BRIEF,
  BEN,
  CARLA,
  type FakeRealtime,
  FakeServer,
  activityOf,
  answer,
  asRead,
  commentOf,
  detailOf,
  latestOf,
  pageOf,
  provideTestDesk,
  refuse,
  settled,
} from '@desk/web/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatChipRowHarness } from '@angular/material/chips/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { MatSelectHarness } from '@angular/material/select/testing';
import { MatSnackBarHarness } from '@angular/material/snack-bar/testing';
import { RouterTestingHarness } from '@angular/router/testing';
import { TicketPage } from './ticket-page';

const TICKET = '/api/tickets/tickets/JRD-000042/';
const OPEN = detailOf(42, {
  title: 'Printer on fire',
  assigned_agent: BEN,
  tags: [{ name: 'printer', color: '#123456' }],
  version: 7,
});
const at = (minute: number) => `2026-03-10T09:${String(minute).padStart(2, '0')}:00.000Z`;

describe('desk-ticket-page', () => {
  let server: FakeServer;
  let realtime: FakeRealtime;
  let loader: HarnessLoader;
  let page: HTMLElement;

  beforeEach(() => {
    localStorage.clear();
    TestBed.configureTestingModule({
      providers: provideTestDesk({
        app: 'console',
        routes: [{ path: 'tickets/:key', component: TicketPage }],
      }),
    });
    realtime = TestBed.inject(Realtime) as unknown as FakeRealtime;
    server = TestBed.inject(FakeServer)
      .on(`GET ${TICKET}`, answer(OPEN))
      .on(`GET ${TICKET}comments/`, answer(pageOf([])))
      .on(`GET ${TICKET}activities/`, answer(pageOf([])))
      .on(`GET ${TICKET}attachments/`, answer(pageOf([])))
      .on('GET /api/tickets/categories/', answer(pageOf([{ id: 1, name: 'Repairs' }])))
      .on('GET /api/accounts/users/agents/', answer(pageOf([ANNA_BRIEF, BEN])))
      .on('GET /api/tickets/tags/', answer(pageOf([{ id: 1, name: 'urgent customer' }])));
  });

  async function open(): Promise<void> {
    const harness = await RouterTestingHarness.create('/tickets/JRD-000042');
    loader = TestbedHarnessEnvironment.documentRootLoader(harness.fixture);
    page = harness.routeNativeElement!;
    await settled();
  }

  const select = (name: string) => loader.getHarness(MatSelectHarness.with({ selector: `#ticket-${name}` }));
  const button = (text: string | RegExp) => loader.getHarness(MatButtonHarness.with({ text }));
  const notice = async () => (await loader.getHarness(MatSnackBarHarness)).getMessage();
  const bodies = (route: string) => server.to(route).map(({ body }) => body);

  const textOf = (selector: string) => asRead(page.querySelector(selector));

  async function choose(name: string, option: string): Promise<void> {
    const field = await select(name);
    await field.open();
    await field.clickOptions({ text: option });
    await settled();
  }

  it('shows the request, what was said, notes apart from replies, and what happened between', async () => {
    server
      .on(
        `GET ${TICKET}comments/`,
        answer(
          latestOf([
            commentOf(1, { content: 'We are on our way', created_at: at(10) }),
            commentOf(2, { content: 'Bring foam', comment_type: 'internal_note', created_at: at(20) }),
            commentOf(3, { content: 'Thank you', author: CARLA, created_at: at(30) }),
          ]),
        ),
      )
      .on(
        `GET ${TICKET}activities/`,
        answer(
          latestOf([
            activityOf(1, { activity_type: 'assigned', new_value: 'Ben Ode', created_at: at(12) }),
            activityOf(2, {
              activity_type: 'priority_changed',
              old_value: 'low',
              new_value: 'high',
              created_at: at(13),
            }),
          ]),
        ),
      );
    await open();

    const entries = [...page.querySelectorAll('desk-message-card, desk-event-group')];
    expect(entries.map(({ className }) => className.replace(/ng-\S+/g, '').trim())).toEqual([
      'customer',
      'staff',
      '',
      'note',
      'customer',
    ]);
    expect(entries[0]?.textContent).toContain('The printer is on fire.');
    expect(entries[3]?.textContent).toContain('Internal note');
    expect(entries[1]?.textContent).not.toContain('Internal note');
    expect(entries[2]?.textContent).not.toContain('raised the priority');

    entries[2]?.querySelector('button')?.click();
    await settled();
    expect(entries[2]?.textContent).toContain('Anna Berg raised the priority from Low to High');
    expect(page.querySelector('desk-activity-list')?.textContent).toContain(
      'Anna Berg assigned the ticket to Ben Ode',
    );
    expect(TestBed.inject(Title).getTitle()).toContain('JRD-000042 Printer on fire');
  });

  it('opens a long conversation at its end and goes back page by page, keeping what is shown', async () => {
    const all = Array.from({ length: 120 }, (_, index) =>
      commentOf(index + 1, { content: `Number ${index + 1}`, created_at: at(index % 60) }),
    );
    server.on(`GET ${TICKET}comments/`, ({ params }) => {
      const to = Number(params.get('cursor') || all.length);
      const from = Math.max(to - Number(params.get('page_size')), 0);
      const results = all.slice(from, to).reverse();
      return answer({
        count: all.length,
        next: from === 0 ? null : `/desk/api/x/?cursor=${from}`,
        previous: null,
        results,
      });
    });
    await open();
    const said = () => [...page.querySelectorAll('desk-message-card')].map((card) => card.textContent);
    const back = () => loader.getHarness(MatButtonHarness.with({ text: /Show earlier messages/ }));
    expect(said()).toHaveLength(51);
    expect(said()[1]).toContain('Number 71');
    expect(await (await back()).getText()).toBe('Show earlier messages (70 more)');

    await (await back()).click();
    await settled();
    expect(said()[1]).toContain('Number 21');
    all.push(commentOf(121, { content: 'Number 121' }));
    realtime.push('ticket:changed', { ticket_id: 42, version: 8 });
    await settled();
    expect([said().length, said()[1], said().at(-1)]).toEqual([
      102,
      expect.stringContaining('Number 21'),
      expect.stringContaining('Number 121'),
    ]);

    await (await back()).click();
    await settled();
    expect(said()).toHaveLength(122);
    expect(await loader.getAllHarnesses(MatButtonHarness.with({ text: /Show earlier/ }))).toEqual([]);
  });

  it('goes back in the trail beyond what belongs to the messages', async () => {
    const done = [1, 2].map((id) => activityOf(id, { activity_type: 'assigned', new_value: `Agent ${id}` }));
    server.on(`GET ${TICKET}activities/`, ({ params }) =>
      params.get('cursor')
        ? answer(pageOf(done.slice(0, 1)))
        : answer({ ...pageOf(done.slice(1)), count: 2, next: '/desk/api/x/?cursor=2' }),
    );
    await open();
    const trail = () => page.querySelector('desk-activity-list')?.textContent;
    expect(trail()).not.toContain('Agent 1');
    const [button] = await loader.getAllHarnesses(MatButtonHarness.with({ text: 'Show earlier events' }));
    await button?.click();
    await settled();
    expect(trail()).toContain('Agent 1');
  });

  it('changes a property on top of the version that was read', async () => {
    server.on(`PATCH ${TICKET}`, answer({ ...OPEN, status: 'pending', version: 8 }));
    await open();
    await choose('status', 'Pending');

    const [request] = server.to(`PATCH ${TICKET}`);
    expect(request?.body).toEqual({ status: 'pending' });
    expect(request?.headers.get('If-Match')).toBe('"7"');
    expect(page.querySelector('desk-page-header')?.textContent).toContain('Open');
  });

  it('sends a change again on top of what somebody else changed elsewhere', async () => {
    const current = { ...OPEN, status: 'in_progress' as const, version: 8 };
    server.on(`PATCH ${TICKET}`, ({ headers }) =>
      headers.get('If-Match') === '"8"'
        ? answer({ ...current, priority: 'urgent', version: 9 })
        : refuse(412, { current }),
    );
    await open();
    await choose('priority', 'Urgent');

    expect(server.to(`PATCH ${TICKET}`).map(({ headers }) => headers.get('If-Match'))).toEqual([
      '"7"',
      '"8"',
    ]);
    expect(await loader.getAllHarnesses(MatSnackBarHarness)).toHaveLength(0);
  });

  it('does not overwrite what somebody else chose meanwhile: it shows that and says so', async () => {
    const current = { ...OPEN, status: 'resolved' as const, version: 8 };
    server.on(`PATCH ${TICKET}`, () => {
      server.on(`GET ${TICKET}`, answer(current));
      return refuse(412, { current });
    });
    await open();
    await choose('status', 'Pending');

    expect(server.to(`PATCH ${TICKET}`)).toHaveLength(1);
    expect(await (await select('status')).getValueText()).toBe('Resolved');
    expect(await notice()).toContain('Somebody else changed this meanwhile: status.');
  });

  it.each([
    ['s', 'status'],
    ['p', 'priority'],
    ['a', 'agent'],
  ])('opens a field by its key %s, ready for the next one', async (key, name) => {
    await open();
    TestBed.inject(CommandRegistry).forKeys(key)?.run();
    await settled();
    const field = await select(name);
    expect(await field.isOpen()).toBe(true);
    expect(await field.isFocused()).toBe(true);
  });

  it('gives the keys back as soon as a letter and Enter have chosen', async () => {
    server.on(`PATCH ${TICKET}`, answer({ ...OPEN, priority: 'low' }));
    await open();
    TestBed.inject(CommandRegistry).forKeys('p')?.run();
    const field = document.activeElement!;
    for (const [key, keyCode] of [
      ['l', 76],
      ['Enter', 13],
    ] as const) {
      field.dispatchEvent(new KeyboardEvent('keydown', { key, keyCode, bubbles: true, cancelable: true }));
    }
    await Promise.resolve();
    expect(document.activeElement).not.toBe(field);
    await settled();
    expect(bodies(`PATCH ${TICKET}`)).toEqual([{ priority: 'low' }]);
  });

  it('shows what the customer said with the rating', async () => {
    server.on(
      `GET ${TICKET}`,
      answer({ ...OPEN, status: 'closed', csat_rating: 4, csat_feedback: 'Quick <b>and</b> kind' }),
    );
    await open();
    expect(page.querySelector('.rating')?.textContent).toContain('4 of 5 stars');
    expect(page.querySelector('.rating q')?.textContent).toBe('Quick <b>and</b> kind');
  });

  it('takes back what the server refuses', async () => {
    server.on(`PATCH ${TICKET}`, refuse(409, { detail: 'A closed ticket cannot do that' }));
    await open();
    await choose('status', 'Closed');
    expect(await (await select('status')).getValueText()).toBe('Open');
    expect(await notice()).toBe('A closed ticket cannot do that');
  });

  it('assigns, and takes a ticket over from a colleague', async () => {
    server.on(`POST ${TICKET}assign/`, answer({ ...OPEN, assigned_agent: null }));
    await open();
    await choose('agent', 'Nobody');
    server.on(`GET ${TICKET}`, answer({ ...OPEN, assigned_agent: null }));
    await (await button('Assign to me')).click();
    await settled();
    expect(bodies(`POST ${TICKET}assign/`)).toEqual([{ agent_id: null }, { agent_id: ANNA.id }]);
    expect(document.activeElement).toBe(page.querySelector('desk-ticket-properties .actions'));
  });

  it('claims a ticket that nobody has', async () => {
    server.on(`GET ${TICKET}`, answer({ ...OPEN, assigned_agent: null }));
    server.on(`POST ${TICKET}assign/`, refuse(409, { detail: 'Ben Ode has it already' }));
    await open();
    await (await button('Assign to me')).click();
    await settled();
    expect(bodies(`POST ${TICKET}assign/`)).toEqual([{ agent_id: 'me' }]);
    expect(await notice()).toBe('Ben Ode has it already');
  });

  it('escalates with a reason, and offers it no more at the top', async () => {
    server.on(`POST ${TICKET}escalate/`, answer({ ...OPEN, escalation_level: 3 }));
    await open();
    await (await button('Escalate')).click();
    const reason = await loader.getHarness(MatInputHarness.with({ selector: '#escalate-reason' }));
    await reason.setValue('The press is here');
    server.on(`GET ${TICKET}`, answer({ ...OPEN, escalation_level: 3 }));
    const confirm = await loader.getHarness(
      MatButtonHarness.with({ ancestor: 'mat-dialog-actions', text: 'Escalate' }),
    );
    await confirm.click();
    await settled();

    const [sent] = server.to(`POST ${TICKET}escalate/`);
    expect(sent?.body).toEqual({ reason: 'The press is here' });
    expect(sent?.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f]{32}$/);
    expect(page.textContent).toContain('Escalated, level 3');
    expect(page.querySelector('desk-ticket-properties .actions')?.textContent).not.toContain('Escalate');
  });

  it.each([
    [CARLA, 'web', 'Opened by Carla Customer', 'In the help centre', 'Customer'],
    [ANNA_BRIEF, 'phone', 'Opened by Anna Berg for Carla Customer', 'By phone', 'Agent for Carla Customer'],
    [
      ANNA_BRIEF,
      'web',
      'Opened by Anna Berg for Carla Customer',
      'In the console',
      'Agent for Carla Customer',
    ],
  ] as const)(
    'says who opened it for whom, and how it came (%#)',
    async (created_by, source, who, way, from) => {
      server.on(`GET ${TICKET}`, answer({ ...OPEN, created_by, source }));
      await open();
      expect(textOf('desk-ticket-properties .origin')).toBe(who + way);
      expect(textOf('desk-message-card header')).toContain(created_by.name + from);
    },
  );

  it('adds a tag and takes one away', async () => {
    server.on(`PATCH ${TICKET}`, ({ body }) =>
      answer({ ...OPEN, tags: (body as { tags: string[] }).tags.map((name) => ({ name, color: '' })) }),
    );
    await open();
    const input = page.querySelector<HTMLInputElement>('desk-tag-editor input')!;
    input.value = ' fire ';
    input.dispatchEvent(new Event('input'));
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 13 }));
    await settled();
    const chip = await loader.getHarness(MatChipRowHarness.with({ text: /printer/ }));
    await chip.remove();
    await settled();

    expect(bodies(`PATCH ${TICKET}`)).toEqual([{ tags: ['printer', 'fire'] }, { tags: [] }]);
  });

  it('shows what others do without being asked, and who they are', async () => {
    await open();
    expect(realtime.sent).toContainEqual({
      event: 'ticket:watch',
      payload: { ticket_id: 42, state: 'viewing' },
    });
    server
      .on(`GET ${TICKET}`, answer({ ...OPEN, status: 'resolved', version: 8 }))
      .on(
        `GET ${TICKET}comments/`,
        answer(pageOf([commentOf(1, { content: 'The fire is out', author: BEN })])),
      );
    realtime.push('ticket:changed', { ticket_id: 42, version: 8 });
    realtime.push('ticket:presence', {
      ticket_id: 42,
      users: [
        { id: ANNA.id, name: 'Anna Berg', state: 'viewing' },
        { id: BEN.id, name: 'Ben Ode', state: 'replying' },
      ],
    });
    await settled();

    expect(page.textContent).toContain('The fire is out');
    expect(await (await select('status')).getValueText()).toBe('Resolved');
    expect(textOf('.others')).toBe('Writing a reply: Ben Ode');
  });

  it('says that there is no such ticket, with the id to ask about and the way back', async () => {
    server.on(`GET ${TICKET}`, refuse(404, { detail: 'No such ticket' }));
    await open();
    expect(page.querySelector('h1')?.textContent).toBe('Nothing here');
    expect(page.textContent).toContain('request-7');
    expect(page.querySelector('a[href="/tickets"]')?.textContent).toContain('Back');
  });

  it('keeps the ticket on the screen when a refresh fails, and tries again', async () => {
    await open();
    server.on(`GET ${TICKET}comments/`, refuse(503));
    realtime.push('ticket:changed', { ticket_id: 42, version: 8 });
    await settled();
    expect(page.textContent).toContain('The printer is on fire.');
    server.on(`GET ${TICKET}comments/`, answer(pageOf([commentOf(1, { content: 'Back again' })])));
    const [again] = await loader.getAllHarnesses(MatButtonHarness.with({ text: /Try again/ }));
    await again!.click();
    await settled();
    expect(page.textContent).toContain('Back again');
  });
});
