import { type HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatDialogHarness } from '@angular/material/dialog/testing';
import { MatFormFieldHarness } from '@angular/material/form-field/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { MatSnackBarHarness } from '@angular/material/snack-bar/testing';
import { Title } from '@angular/platform-browser';
import { Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { type TicketDetailView } from '@desk/web/api-client';
import { Realtime } from '@desk/web/core';
import {
  CARLA,
  CARLA_HERSELF,
  type FakeRealtime,
  FakeServer,
  answer,
  asRead,
  briefOf,
  commentOf,
  detailOf,
  latestOf,
  pageOf,
  provideTestDesk,
  refuse,
  settled,
} from '@desk/web/testing';
import { TicketPage } from './ticket-page';

const TICKET = '/api/tickets/tickets/JRD-000001/';
const REPLY = `POST ${TICKET}comment/`;
const CHANGE = `PATCH ${TICKET}`;

describe('desk-ticket-page', () => {
  let server: FakeServer;
  let realtime: FakeRealtime;
  let loader: HarnessLoader;
  let overlays: HarnessLoader;
  let page: HTMLElement;

  beforeEach(() => {
    localStorage.clear();
    const routes = [{ path: 'tickets/:key', component: TicketPage }];
    TestBed.configureTestingModule({
      providers: provideTestDesk({ app: 'portal', routes, user: CARLA_HERSELF }),
    });
    server = TestBed.inject(FakeServer);
    realtime = TestBed.inject(Realtime) as unknown as FakeRealtime;
  });

  function serve(ticket: TicketDetailView, ...comments: object[]): void {
    const address = `/api/tickets/tickets/${ticket.ticket_id}/`;
    server
      .on(`GET ${address}`, answer(ticket))
      .on(`GET ${address}comments/`, answer(latestOf(comments)))
      .on(`GET ${address}attachments/`, answer(pageOf([])));
  }

  async function open(change: Partial<TicketDetailView> = {}, ...comments: object[]): Promise<void> {
    serve(detailOf(1, change), ...comments);
    const harness = await RouterTestingHarness.create('/tickets/JRD-000001');
    loader = TestbedHarnessEnvironment.loader(harness.fixture);
    overlays = TestbedHarnessEnvironment.documentRootLoader(harness.fixture);
    page = harness.routeNativeElement!;
    await settled();
  }

  const button = (text: string, from = loader) => from.getHarness(MatButtonHarness.with({ text }));
  const notice = async () => (await overlays.getHarness(MatSnackBarHarness)).getMessage();
  const said = () => [...page.querySelectorAll('ol .content')].map((text) => text.textContent);

  async function write(text: string): Promise<void> {
    await (await loader.getHarness(MatInputHarness.with({ selector: '#reply-content' }))).setValue(text);
  }

  async function press(text: string, from = loader): Promise<void> {
    await (await button(text, from)).click();
    await settled();
  }

  it('shows the question and what was answered, and names the tab after it', async () => {
    await open(
      { title: 'The lock', assigned_agent: commentOf(1).author },
      commentOf(1, { content: 'Try again' }),
    );
    expect(said()).toEqual(['The printer is on fire.', 'Try again']);
    expect(page.textContent).toContain('Anna Berg is looking after it');
    expect(page.textContent).toContain('We have received it');
    expect(TestBed.inject(Title).getTitle()).toBe('The lock · JeyaRamaDesk');
  });

  it.each([
    ['open', 'We have received it We will answer here. You can add to it below.'],
    ['in_progress', 'We are working on it We will answer here as soon as we know more.'],
    ['pending', 'Waiting for your answer Write to us below, and we go on.'],
    ['resolved', 'Solved, we think If it is not, write to us below: that opens your request again.'],
    ['closed', 'Closed If you write to us below, that starts a new request.'],
  ] as const)(
    'says in plain words how a request stands that is %s, and what comes next',
    async (status, words) => {
      await open({ status });
      expect(asRead(page.querySelector('.standing p'))).toBe(words);
    },
  );

  it('goes by who spoke last while it is with us', async () => {
    const standing = () => asRead(page.querySelector('.standing p'));
    await open({ status: 'in_progress' }, commentOf(1));
    expect(standing()).toBe('We are working on it Our answer is below. Write to us if you need more.');
    serve(detailOf(1, { status: 'in_progress' }), commentOf(1), commentOf(2, { author: CARLA }));
    realtime.push('ticket:changed', { ticket_id: 1, version: 2 });
    await settled();
    expect(standing()).toContain('We will answer here');
  });

  it.each([
    [{ source: 'phone' }, 'opened for you by Anna Berg of our support staff, after your call'],
    [{ source: 'web' }, 'opened for you by Anna Berg of our support staff'],
    [{ customer: briefOf('Dora Lind') }, 'opened for Dora Lind by Anna Berg of our support staff'],
  ] as const)('tells that support staff wrote it down (%#)', async (change, words) => {
    await open({ ...change, created_by: commentOf(1).author });
    expect(asRead(page.querySelector('.about'))).toContain(words);
    expect(page.querySelector('.who strong')?.textContent).toBe('Anna Berg');
  });

  it('opens a long conversation at its end and goes back when asked', async () => {
    await open();
    const all = Array.from({ length: 60 }, (_, index) =>
      commentOf(index + 1, { content: `Number ${index + 1}` }),
    );
    server.on(`GET ${TICKET}comments/`, ({ params }) =>
      params.get('cursor')
        ? answer({ ...latestOf(all.slice(0, 10)), count: 60 })
        : answer({ ...latestOf(all.slice(10)), count: 60, next: '/desk/api/x/?cursor=11' }),
    );
    realtime.push('ticket:changed', { ticket_id: 1, version: 2 });
    await settled();
    expect(said().slice(0, 2)).toEqual(['The printer is on fire.', 'Number 11']);
    await press('Show earlier messages (10 more)');
    expect(said()).toHaveLength(61);
    expect(said()[1]).toBe('Number 1');
    expect(await loader.getAllHarnesses(MatButtonHarness.with({ text: /Show earlier/ }))).toEqual([]);
    expect(document.activeElement).toBe(page.querySelector('h1'));
  });

  it('says that there is nothing for somebody else’s number, in other words than the server’s', async () => {
    server.on(`GET ${TICKET}`, refuse(404, { detail: 'No such ticket' }));
    server.on(`GET ${TICKET}comments/`, refuse(404)).on(`GET ${TICKET}attachments/`, refuse(404));
    const harness = await RouterTestingHarness.create('/tickets/JRD-000001');
    await settled();
    expect(harness.routeNativeElement!.textContent).toContain('you may not have access to it');
    expect(harness.routeNativeElement!.textContent).not.toContain('No such ticket');
  });

  it('sends an answer, shows it and empties the box', async () => {
    await open();
    const mine = commentOf(7, { author: CARLA, content: 'It still burns' });
    server.on(REPLY, () => {
      serve(detailOf(1), mine);
      return answer(mine);
    });
    await write('It still burns');
    await press('Send');
    expect(server.to(REPLY)[0]?.body).toEqual({
      content: 'It still burns',
      comment_type: 'reply',
      upload_ids: [],
    });
    expect(said()).toEqual(['The printer is on fire.', 'It still burns']);
    expect(await notice()).toBe('Your message was sent.');
    const box = await loader.getHarness(MatInputHarness.with({ selector: '#reply-content' }));
    expect(await box.getValue()).toBe('');
  });

  it('finds no fault with an empty box that is only passed through', async () => {
    await open();
    const box = await loader.getHarness(MatInputHarness.with({ selector: '#reply-content' }));
    await box.focus();
    await box.blur();
    const [field] = await loader.getAllHarnesses(MatFormFieldHarness);
    expect(await field!.getTextErrors()).toEqual([]);
    await press('Send');
    expect(await field!.getTextErrors()).toEqual(['Please fill this in.']);
  });

  it('keeps an answer that could not be sent', async () => {
    await open();
    server.on(REPLY, refuse(500));
    await write('It still burns');
    await press('Send');
    expect(page.textContent).toContain('The server could not do this.');
    const box = await loader.getHarness(MatInputHarness.with({ selector: '#reply-content' }));
    expect(await box.getValue()).toBe('It still burns');

    await press('Send');
    const [first, second] = server.to(REPLY).map(({ headers }) => headers.get('Idempotency-Key'));
    expect(first).toBeTruthy();
    expect(second).toBe(first);
  });

  it('shows an answer and a new state as they come', async () => {
    await open();
    serve(detailOf(1, { status: 'resolved' }), commentOf(8, { content: 'It is out now' }));
    realtime.push('ticket:changed', { ticket_id: 1, version: 2 });
    await settled();
    expect(said()).toContain('It is out now');
    expect(page.textContent).toContain('Solved, we think');
    expect(page.querySelector('desk-rating-card')).not.toBeNull();
  });

  it('leaves it alone when another request has changed', async () => {
    await open();
    realtime.push('ticket:changed', { ticket_id: 2, version: 2 });
    await settled();
    expect(server.to(`GET ${TICKET}`)).toHaveLength(1);
  });

  it('opens a solved request again', async () => {
    await open({ status: 'resolved' });
    server.on(CHANGE, answer(detailOf(1, { status: 'open' })));
    await press('It is not solved');
    expect(server.to(CHANGE)[0]?.body).toEqual({ status: 'open' });
    expect(page.textContent).toContain('We have received it');
    expect(page.querySelector('desk-rating-card')).toBeNull();
  });

  it('tells beforehand and afterwards that an answer opens a solved request again', async () => {
    await open({ status: 'resolved' });
    expect(page.textContent).toContain('Writing to us opens this request again.');
    server.on(REPLY, answer(commentOf(7, { author: CARLA })));
    await write('Not yet');
    await press('Send');
    expect(await notice()).toBe('Your message was sent, and your request is open again.');
  });

  it('closes only after a second thought, because that cannot be undone', async () => {
    await open();
    server.on(CHANGE, () => {
      serve(detailOf(1, { status: 'closed' }));
      return answer(detailOf(1, { status: 'closed' }));
    });
    await press('Close request');
    await press('Cancel', await overlays.getHarness(MatDialogHarness));
    expect(server.to(CHANGE)).toHaveLength(0);

    await press('Close request');
    await press('Close request', await overlays.getHarness(MatDialogHarness));
    expect(server.to(CHANGE)[0]?.body).toEqual({ status: 'closed' });
    expect(page.textContent).toContain('This request is closed.');
    expect(document.activeElement).toBe(page.querySelector('h1'));
  });

  it('goes to the new request that an answer to a closed one begins', async () => {
    await open({ status: 'closed' });
    serve(detailOf(2, { title: 'Again', follow_up_of: { id: 1, ticket_id: 'JRD-000001' } }));
    server.on(REPLY, answer({ follow_up: { id: 2, ticket_id: 'JRD-000002' } }));
    await write('One more thing');
    await press('Send as a new request');
    await settled();
    expect(TestBed.inject(Router).url).toBe('/tickets/JRD-000002');
    expect(await notice()).toContain('we opened a new one for you: JRD-000002');
    expect(page.querySelector('.about a')?.textContent).toBe('JRD-000001');
  });
});
