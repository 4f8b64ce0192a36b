import { type HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatButtonToggleHarness } from '@angular/material/button-toggle/testing';
import { MatSelectHarness } from '@angular/material/select/testing';
import { Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { Realtime, WAY_BACK } from '@desk/web/core';
import {
  ANNA,
  type Answer,
  type FakeRealtime,
  FakeServer,
  answer,
  provideTestDesk,
  refuse,
  settled,
  ticketOf,
} from '@desk/web/testing';
import { TicketList } from './ticket-list';

const LIST = 'GET /api/tickets/tickets/';

@Component({ changeDetection: ChangeDetectionStrategy.OnPush, template: '' })
class OneTicket {}

describe('desk-ticket-list', () => {
  let server: FakeServer;
  let realtime: FakeRealtime;
  let harness: RouterTestingHarness;
  let loader: HarnessLoader;
  let page: HTMLElement;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: provideTestDesk({
        app: 'console',
        routes: [
          { path: 'tickets', component: TicketList },
          { path: 'tickets/:key', component: OneTicket },
        ],
      }),
    });
    server = TestBed.inject(FakeServer).on(LIST, answer(pageOf(ticketOf(1), ticketOf(2))));
    realtime = TestBed.inject(Realtime) as unknown as FakeRealtime;
  });

  function pageOf(...results: unknown[]): object {
    return { count: results.length, next: null, previous: null, results };
  }

  async function open(address = '/tickets'): Promise<void> {
    harness = await RouterTestingHarness.create(address);
    loader = TestbedHarnessEnvironment.loader(harness.fixture);
    page = harness.routeNativeElement!;
    await settled();
  }

  async function openSecond(): Promise<void> {
    page.querySelectorAll<HTMLElement>('td.subject a')[1]!.click();
    await settled();
    expect(address()).toBe('/tickets/JRD-000002');
  }

  async function comeBack(): Promise<void> {
    await TestBed.inject(Router).navigateByUrl('/tickets', { info: WAY_BACK });
    await settled();
    page = harness.routeNativeElement!;
  }

  const address = () => TestBed.inject(Router).url;
  const rows = () => page.querySelector('.desk-table-scroll')!;
  const lastQuery = () => server.to(LIST).at(-1)!.params.toString();
  const subjects = () => [...page.querySelectorAll('td.subject')].map((cell) => cell.textContent.trim());
  const button = (text: string | RegExp) => loader.getHarness(MatButtonHarness.with({ text }));

  it('shows a skeleton first, then the tickets with a link to each', async () => {
    let arrive: (sent: Answer) => void = () => undefined;
    server.on(LIST, () => new Promise((resolve) => (arrive = resolve)));
    harness = await RouterTestingHarness.create('/tickets');
    page = harness.routeNativeElement!;
    TestBed.tick();
    expect(page.querySelector('desk-skeleton')).not.toBeNull();

    arrive(answer(pageOf(ticketOf(1), ticketOf(2))));
    await settled();
    expect(page.querySelector('desk-skeleton')).toBeNull();
    expect(subjects()).toEqual(['Ticket 1', 'Ticket 2']);
    expect(page.querySelector('td.subject a')?.getAttribute('href')).toBe('/tickets/JRD-000001');
  });

  it('leads to a new ticket', async () => {
    await open();
    expect(page.querySelector('a[href="/tickets/create"]')?.textContent).toContain('New ticket');
  });

  it('reads its filters from the address bar', async () => {
    await open(
      '/tickets?status=open,pending&priority=urgent&assigned=mine&search=fire&sort=-priority&page=2',
    );
    expect(lastQuery()).toBe(
      `page=2&page_size=25&status=open&status=pending&priority=urgent&assigned_agent=${ANNA.id}&search=fire&ordering=-priority`,
    );
  });

  it('takes no notice of what the address bar cannot mean', async () => {
    await open('/tickets?status=burning&sort=colour&page=-3');
    expect(lastQuery()).toBe('page=1&page_size=25&ordering=-updated_at');
  });

  it('goes back to the last page from behind the end', async () => {
    server.on(LIST, ({ params }) =>
      Number(params.get('page')) > 3
        ? answer({ ...pageOf(), count: 60 })
        : answer({ ...pageOf(ticketOf(60)), count: 60 }),
    );
    await open('/tickets?status=open&page=99');
    expect(address()).toBe('/tickets?status=open&page=3');
    expect(subjects()).toEqual(['Ticket 60']);
  });

  it('writes its filters into the address bar and begins at the first page again', async () => {
    await open('/tickets?page=3');
    const unassigned = await loader.getHarness(MatButtonToggleHarness.with({ text: 'Unassigned' }));
    await unassigned.check();
    await settled();
    expect(address()).toBe('/tickets?assigned=unassigned');
    expect(lastQuery()).toContain('assigned_agent=none');

    const [status] = await loader.getAllHarnesses(MatSelectHarness);
    await status!.open();
    await status!.clickOptions({ text: /Open|Pending/ });
    await settled();
    expect(address()).toBe('/tickets?status=open,pending&assigned=unassigned');
    expect(lastQuery()).toContain('status=open&status=pending');
  });

  it('searches once typing settles', async () => {
    await open();
    const box = page.querySelector('input')!;
    const asked = new Promise<void>((resolve) =>
      server.on(LIST, ({ params }) => {
        if (params.has('search')) resolve();
        return answer(pageOf(ticketOf(1)));
      }),
    );
    for (const text of ['f', 'fi', 'fire']) {
      box.value = text;
      box.dispatchEvent(new Event('input'));
    }
    await asked;
    expect(address()).toBe('/tickets?search=fire');
    expect(server.to(LIST)).toHaveLength(2);
  });

  it('sorts by a column, descending first', async () => {
    await open();
    const priority = [...page.querySelectorAll('th')].find((head) => head.textContent.includes('Priority'))!;
    priority.querySelector('button')!.click();
    await settled();
    expect(lastQuery()).toContain('ordering=-priority');
    expect(priority.getAttribute('aria-sort')).toBe('descending');

    priority.querySelector('button')!.click();
    await settled();
    expect(lastQuery()).toContain('ordering=priority');
    expect(priority.getAttribute('aria-sort')).toBe('ascending');
  });

  it('pages', async () => {
    server.on(LIST, answer({ ...pageOf(ticketOf(1)), count: 60 }));
    await open();
    expect(page.textContent).toContain('1–25 of 60');
    const next = await loader.getHarness(MatButtonHarness.with({ selector: '[aria-label="Next page"]' }));
    await next.click();
    await settled();
    expect(address()).toBe('/tickets?page=2');
    expect(lastQuery()).toContain('page=2');
  });

  it('begins another page at its top, and goes no further than the last one, whose button keeps the focus', async () => {
    server.on(LIST, answer({ ...pageOf(ticketOf(1)), count: 50 }));
    await open();
    rows().scrollTop = 500;
    const next = await loader.getHarness(MatButtonHarness.with({ selector: '[aria-label="Next page"]' }));
    await next.focus();
    await next.click();
    await settled();
    expect(rows().scrollTop).toBe(0);
    expect(await next.isDisabled()).toBe(true);
    expect(await next.isFocused()).toBe(true);

    await next.click();
    await settled();
    expect(address()).toBe('/tickets?page=2');
  });

  it('is come back to where it was left, with the focus on the ticket', async () => {
    await open();
    rows().scrollTop = 300;
    await openSecond();
    await comeBack();
    expect(rows().scrollTop).toBe(300);
    expect(document.activeElement?.textContent).toBe('Ticket 2');
  });

  it('is come back to at what took the place of a ticket that is not in it any more', async () => {
    await open();
    await openSecond();
    server.on(LIST, answer(pageOf(ticketOf(1), ticketOf(3))));
    await comeBack();
    expect(document.activeElement?.textContent).toBe('Ticket 3');
  });

  it('begins at its top when it is not come back to, but gone to', async () => {
    await open();
    rows().scrollTop = 300;
    await openSecond();
    await TestBed.inject(Router).navigateByUrl('/tickets');
    await settled();
    page = harness.routeNativeElement!;
    expect(rows().scrollTop).toBe(0);
    expect(document.activeElement).toBe(document.body);
  });

  it('says what to do when nothing matches, and what it is for when there is nothing yet', async () => {
    server.on(LIST, answer(pageOf()));
    await open('/tickets?search=nothing');
    expect(page.textContent).toContain('No ticket matches');
    await (await button('Show all tickets')).click();
    await settled();
    expect(address()).toBe('/tickets');
    expect(page.textContent).toContain('No tickets yet');
    expect(document.activeElement).toBe(page.querySelector('input[type=search]'));
  });

  it('says why it could not load, with the id to ask about, and tries again', async () => {
    server.on(LIST, refuse(500));
    await open();
    expect(page.textContent).toContain('Something went wrong on our side');
    expect(page.textContent).toContain('Request id: request-7');

    server.on(LIST, answer(pageOf(ticketOf(1))));
    await (await button(/Try again/)).click();
    await settled();
    expect(subjects()).toEqual(['Ticket 1']);
  });

  it('is told of the tickets that it shows, and shows a change without being asked', async () => {
    await open();
    expect(realtime.sent.at(-1)).toEqual({ event: 'tickets:watch', payload: { ticket_ids: [1, 2] } });

    server.on(LIST, answer(pageOf(ticketOf(1, { title: 'Ticket 1, solved', status: 'resolved' }))));
    realtime.push('ticket:changed', { ticket_id: 1, version: 2 });
    await settled();
    expect(subjects()).toEqual(['Ticket 1, solved']);
    expect(page.textContent).toContain('Resolved');
  });

  it('loads again after a lost connection', async () => {
    await open();
    realtime.connections.set(2);
    await settled();
    expect(server.to(LIST)).toHaveLength(2);
  });
});
