import { type HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MatAutocompleteHarness } from '@angular/material/autocomplete/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatButtonToggleHarness } from '@angular/material/button-toggle/testing';
import { MatFormFieldHarness } from '@angular/material/form-field/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { MatSelectHarness } from '@angular/material/select/testing';
import { Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { Drafts } from '@desk/web/core';
import {
  ANNA_BRIEF,
  BEN,
  CARLA,
  FakeServer,
  answer,
  detailOf,
  provideTestDesk,
  refuse,
  settled,
} from '@desk/web/testing';
import { NewTicket } from './new-ticket';

const CREATE = 'POST /api/tickets/tickets/';
const USERS = 'GET /api/accounts/users/';
/** As the list of people has her. */
const CARLA_AS_USER = { ...CARLA, full_name: CARLA.name, is_staff: false };
const pageOf = (...results: unknown[]) => ({ count: results.length, next: null, previous: null, results });

describe('desk-new-ticket', () => {
  let server: FakeServer;
  let harness: RouterTestingHarness;
  let loader: HarnessLoader;

  beforeEach(() => {
    localStorage.clear();
    configure();
  });

  function configure(): void {
    const routes = [
      { path: 'tickets', children: [] },
      { path: 'tickets/create', component: NewTicket },
      { path: 'tickets/:key', children: [] },
    ];
    TestBed.configureTestingModule({ providers: provideTestDesk({ app: 'console', routes }) });
    server = TestBed.inject(FakeServer)
      .on('GET /api/tickets/categories/', answer(pageOf({ id: 5, name: 'Billing' })))
      .on('GET /api/tickets/tags/', answer(pageOf({ id: 1, name: 'vip', color: '' })))
      .on('GET /api/accounts/users/agents/', answer(pageOf(BEN, ANNA_BRIEF)))
      .on(USERS, ({ params }) => answer(params.get('search') === 'zzz' ? pageOf() : pageOf(CARLA_AS_USER)))
      .on(CREATE, answer(detailOf(1)));
  }

  async function open(): Promise<void> {
    harness = await RouterTestingHarness.create('/tickets/create');
    loader = TestbedHarnessEnvironment.loader(harness.fixture);
    await settled();
  }

  /** As after a reload: nothing but what the browser stores is left. */
  async function reload(): Promise<void> {
    window.dispatchEvent(new Event('pagehide'));
    TestBed.resetTestingModule();
    configure();
    await open();
  }

  const page = () => harness.routeNativeElement!;
  const customer = () => loader.getHarness(MatAutocompleteHarness);
  const field = (id: string) => loader.getHarness(MatInputHarness.with({ selector: `#new-ticket-${id}` }));

  /** The server is asked a moment after the last letter. */
  async function lookFor(words: string): Promise<void> {
    const before = server.to(USERS).length;
    await (await customer()).enterText(words);
    while (server.to(USERS).length === before) await new Promise((resolve) => setTimeout(resolve, 10));
    await offersDrawn();
  }

  /** Material's panel follows its options a turn later. */
  async function offersDrawn(): Promise<void> {
    await settled();
    await new Promise((resolve) => setTimeout(resolve));
    await settled();
  }

  async function fill(): Promise<void> {
    await lookFor('car');
    await (await customer()).selectOption({ text: /Carla Customer/ });
    await (await field('title')).setValue('The lock');
    await (await field('description')).setValue('It is stuck');
  }

  async function choose(id: string, text: string | RegExp): Promise<void> {
    const select = await loader.getHarness(MatSelectHarness.with({ selector: `#new-ticket-${id}` }));
    await select.open();
    await select.clickOptions({ text });
  }

  async function send(): Promise<void> {
    await (await loader.getHarness(MatButtonHarness.with({ text: 'Create ticket' }))).click();
    await settled();
  }

  async function errors(): Promise<string[]> {
    const fields = await loader.getAllHarnesses(MatFormFieldHarness);
    return (await Promise.all(fields.map((one) => one.getTextErrors()))).flat();
  }

  it('opens a ticket for a customer and goes to it', async () => {
    await open();
    await fill();
    await choose('priority', 'High');
    await choose('category', 'Billing');
    await choose('agent', /^.Anna Berg. \(you\)$/);
    await send();
    expect(server.to(CREATE)[0]?.body).toEqual({
      customer: CARLA.id,
      source: 'phone',
      title: 'The lock',
      description: 'It is stuck',
      category: 5,
      priority: 'high',
      assigned_agent: ANNA_BRIEF.id,
      tags: [],
      upload_ids: [],
    });
    expect(TestBed.inject(Router).url).toBe('/tickets/JRD-000001');
    expect(TestBed.inject(Drafts).read('ticket/new')).toBeNull();
  });

  it('leaves it to the server to see that it came from here', async () => {
    await open();
    await fill();
    await (await loader.getHarness(MatButtonToggleHarness.with({ text: 'Other' }))).check();
    await send();
    expect(server.to(CREATE)[0]?.body).not.toHaveProperty('source');
  });

  it('tags it', async () => {
    await open();
    await fill();
    const box = page().querySelector<HTMLInputElement>('desk-tag-editor input')!;
    box.value = 'vip';
    box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    await settled();
    await send();
    expect(server.to(CREATE)[0]?.body).toMatchObject({ tags: ['vip'] });
  });

  it('asks for customer, subject and text, and takes words for nobody', async () => {
    await open();
    await send();
    expect(await errors()).toEqual(Array(3).fill('Please fill this in.'));
    await lookFor('zzz');
    expect(page().textContent).toContain('Choose somebody from the list.');
    expect(server.to(CREATE)).toHaveLength(0);
  });

  it('says so when nobody is called that', async () => {
    await open();
    await lookFor('zzz');
    expect(page().textContent).toContain('Nobody is called that.');
  });

  it('offers nobody whom other words have found', async () => {
    await open();
    await lookFor('car');
    await (await customer()).enterText('l');
    await offersDrawn();
    expect(await (await customer()).isOpen()).toBe(false);
  });

  it('keeps what was typed and chosen over a reload', async () => {
    await open();
    await fill();
    await reload();
    expect(await (await customer()).getValue()).toBe('Carla Customer');
    expect(await (await field('title')).getValue()).toBe('The lock');
    await send();
    expect(server.to(CREATE)[0]?.body).toMatchObject({ customer: CARLA.id });
  });

  it('creates it once, though the answer was lost on its way', async () => {
    server.on(CREATE, refuse(0));
    await open();
    await fill();
    await send();
    expect(page().textContent).toContain('Check your connection.');
    server.on(CREATE, answer(detailOf(1)));
    await send();
    const [first, second] = server.to(CREATE).map(({ headers }) => headers.get('Idempotency-Key'));
    expect(first).toBeTruthy();
    expect(second).toBe(first);
  });

  it('puts the server’s words beside the field that they are about', async () => {
    const message = 'There is no active person with this id';
    server.on(CREATE, refuse(400, { errors: [{ field: 'customer', code: 'unknown_customer', message }] }));
    await open();
    await fill();
    await send();
    expect(await errors()).toEqual([message]);
  });
});
