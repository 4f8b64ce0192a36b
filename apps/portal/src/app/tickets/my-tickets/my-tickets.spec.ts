import { type HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatTooltipHarness } from '@angular/material/tooltip/testing';
import { Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { Realtime, WAY_BACK } from '@desk/web/core';
import {
  CARLA_HERSELF,
  type FakeRealtime,
  FakeServer,
  answer,
  provideTestDesk,
  refuse,
  settled,
  ticketOf,
} from '@desk/web/testing';
import { MyTickets } from './my-tickets';

const LIST = 'GET /api/tickets/tickets/';

@Component({ changeDetection: ChangeDetectionStrategy.OnPush, template: '' })
class OneTicket {}

describe('desk-my-tickets', () => {
  let server: FakeServer;
  let realtime: FakeRealtime;
  let loader: HarnessLoader;
  let page: HTMLElement;

  beforeEach(() => {
    const routes = [
      { path: 'tickets', component: MyTickets },
      { path: 'tickets/:key', component: OneTicket },
    ];
    TestBed.configureTestingModule({
      providers: provideTestDesk({ app: 'portal', routes, user: CARLA_HERSELF }),
    });
    server = TestBed.inject(FakeServer).on(
      LIST,
      answer(pageOf(ticketOf(1), ticketOf(2, { status: 'pending' }))),
    );
    realtime = TestBed.inject(Realtime) as unknown as FakeRealtime;
  });

  function pageOf(...results: unknown[]): object {
    return { count: results.length, next: null, previous: null, results };
  }

  async function open(address = '/tickets'): Promise<void> {
    const harness = await RouterTestingHarness.create(address);
    loader = TestbedHarnessEnvironment.loader(harness.fixture);
    page = harness.routeNativeElement!;
    await settled();
  }

  async function follow(words: string): Promise<void> {
    const link = [...page.querySelectorAll('a')].find((a) => a.textContent.trim() === words)!;
    link.click();
    await settled();
  }

  async function press(name: string | RegExp): Promise<void> {
    const filter = typeof name === 'string' ? { selector: `[aria-label="${name}"]` } : { text: name };
    await (await loader.getHarness(MatButtonHarness.with(filter))).click();
    await settled();
  }

  const address = () => TestBed.inject(Router).url;
  const lastQuery = () => server.to(LIST).at(-1)!.params.toString();
  const titles = () => [...page.querySelectorAll('li .title')].map((title) => title.textContent.trim());

  it('lists the requests, the latest news first, with their state in plain words', async () => {
    await open();
    expect(lastQuery()).toBe('page=1&page_size=25&ordering=-updated_at');
    expect(titles()).toEqual(['Ticket 1', 'Ticket 2']);
    expect(page.textContent).toContain('We have received it');
    expect(page.textContent).toContain('Waiting for your answer');
    expect(page.querySelector('li a')?.getAttribute('href')).toBe('/tickets/JRD-000001');
  });

  it('tells the exact time of the latest news on hover', async () => {
    await open();
    const [tooltip] = await loader.getAllHarnesses(MatTooltipHarness);
    await tooltip!.show();
    expect(await tooltip!.getTooltipText()).toContain('March 10, 2026');
  });

  it('welcomes somebody who never asked with one way to begin', async () => {
    server.on(LIST, answer(pageOf()));
    await open();
    expect(page.textContent).toContain('You have not asked us anything yet');
    expect(page.querySelector('desk-list-toolbar')).toBeNull();
    expect(page.querySelectorAll('a[href="/tickets/create"]')).toHaveLength(1);
  });

  it('keeps the choice in the address and begins at the first page again', async () => {
    await open('/tickets?page=3');
    expect(lastQuery()).toContain('page=3');
    await follow('Done');
    expect(address()).toBe('/tickets?status=resolved,closed');
    expect(lastQuery()).toBe('page=1&page_size=25&status=resolved&status=closed&ordering=-updated_at');
    const chosen = page.querySelector('nav [aria-current]');
    expect(chosen?.textContent.trim()).toBe('Done');
  });

  it('pages by the address, so that the way back leads to the same rows', async () => {
    server.on(LIST, answer({ ...pageOf(ticketOf(1)), count: 60 }));
    await open('/tickets?search=lock');
    expect(page.textContent).toContain('1–25 of 60');
    await press('Next page');
    expect(address()).toBe('/tickets?search=lock&page=2');
    expect(lastQuery()).toBe('page=2&page_size=25&search=lock&ordering=-updated_at');
  });

  it('says when nothing fits and leads back to everything', async () => {
    server.on(LIST, answer(pageOf()));
    await open('/tickets?search=zebra&status=open');
    expect(page.textContent).toContain('Nothing found');
    await follow('Show all requests');
    expect(address()).toBe('/tickets');
  });

  it('says why it could not load and tries again', async () => {
    server.on(LIST, refuse(500));
    await open();
    expect(page.textContent).toContain('Request id: request-7');
    server.on(LIST, answer(pageOf(ticketOf(1))));
    const main = document.createElement('main');
    main.tabIndex = -1;
    page.before(main);
    page.querySelector<HTMLElement>('desk-error-state button')?.focus();
    await press(/Try again/);
    expect(titles()).toEqual(['Ticket 1']);
    expect(document.activeElement).toBe(main);
    main.remove();
  });

  it('shows news as they come', async () => {
    await open();
    server.on(LIST, answer(pageOf(ticketOf(2, { status: 'resolved' }))));
    realtime.push('notification', newsOf(2));
    await settled();
    expect(titles()).toEqual(['Ticket 2']);
    expect(page.textContent).toContain('Solved, we think');
  });

  it('shows a change that nobody is notified of', async () => {
    await open();
    expect(realtime.sent).toEqual([
      { event: 'ticket:watch', payload: { ticket_id: 1 } },
      { event: 'ticket:watch', payload: { ticket_id: 2 } },
    ]);
    server.on(LIST, answer(pageOf(ticketOf(1, { status: 'in_progress', version: 2 }))));
    realtime.push('ticket:changed', { ticket_id: 1, version: 2 });
    await settled();
    expect(page.textContent).toContain('We are working on it');
    expect(realtime.sent).toContainEqual({ event: 'ticket:unwatch', payload: { ticket_id: 2 } });
  });

  it('loads again when the server has a newer version than the list', async () => {
    realtime.version = 2;
    server.on(LIST, () =>
      answer(
        pageOf(ticketOf(1, { version: server.to(LIST).length, title: `Take ${server.to(LIST).length}` })),
      ),
    );
    await open();
    await settled();
    expect(titles()).toEqual(['Take 2']);
  });

  it('loads again when somebody comes back to it', async () => {
    await open();
    server.on(LIST, answer(pageOf(ticketOf(1, { status: 'resolved' }))));
    window.dispatchEvent(new Event('focus'));
    await settled();
    expect(page.textContent).toContain('Solved, we think');
  });

  it('is come back to with the focus on the request that was open', async () => {
    await open();
    page.querySelectorAll<HTMLElement>('li a')[1]!.click();
    await settled();
    const router = TestBed.inject(Router);
    expect(router.url).toBe('/tickets/JRD-000002');
    await router.navigateByUrl('/tickets', { info: WAY_BACK });
    await settled();
    expect(document.activeElement?.getAttribute('href')).toBe('/tickets/JRD-000002');
  });

  function newsOf(id: number): Parameters<typeof FakeRealtime.prototype.push<'notification'>>[1] {
    return {
      id: `news-${id}`,
      notification_type: 'ticket_resolved',
      title: 'Solved',
      message: '',
      ticket: id,
      is_read: false,
      created_at: '2026-03-10T09:00:00.000Z',
    } as never;
  }
});
