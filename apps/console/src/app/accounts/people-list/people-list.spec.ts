import { type HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatButtonToggleHarness } from '@angular/material/button-toggle/testing';
import { MatCheckboxHarness } from '@angular/material/checkbox/testing';
import { MatDialogHarness } from '@angular/material/dialog/testing';
import { MatSelectHarness } from '@angular/material/select/testing';
import { MatSnackBarHarness } from '@angular/material/snack-bar/testing';
import { Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { type SessionUser, Shortcuts } from '@desk/web/core';
import {
  ANNA,
  type Answer,
  FakeServer,
  MONA,
  answer,
  asRead,
  pageOf,
  provideTestDesk,
  refuse,
  settled,
  userOf,
} from '@desk/web/testing';
import { PeopleList } from './people-list';

const LIST = 'GET /api/accounts/users/';
const AGENTS = 'GET /api/accounts/users/agents/';
const patchOf = (name: string) => `PATCH /api/accounts/users/id-of-${name}/`;

@Component({ changeDetection: ChangeDetectionStrategy.OnPush, template: '' })
class OnePerson {}

const PEOPLE = [
  userOf('Ada Arden', { department: 'Sales', last_login: '2026-03-10T09:00:00.000Z' }),
  userOf('Ben Ode', { role: 'agent', department: 'Support' }),
  userOf('Cleo Fern', { is_active: false }),
  userOf('Dana Gill'),
];

describe('desk-people-list', () => {
  let server: FakeServer;
  let harness: RouterTestingHarness;
  let loader: HarnessLoader;
  let root: HarnessLoader;
  let page: HTMLElement;

  async function open(address = '/accounts/users', user: SessionUser = MONA): Promise<void> {
    TestBed.configureTestingModule({
      providers: provideTestDesk({
        app: 'console',
        user,
        routes: [
          { path: 'accounts/users', component: PeopleList },
          { path: 'accounts/users/:id', component: OnePerson },
        ],
      }),
    });
    server = TestBed.inject(FakeServer)
      .on(LIST, answer(pageOf(PEOPLE)))
      .on(AGENTS, answer(pageOf([{ ...userOf('Ed Hall'), department: 'Logistics' }])));
    for (const name of ['ada', 'ben', 'cleo', 'dana']) server.on(patchOf(name), answer(userOf(name)));
    TestBed.inject(Shortcuts).start();
    harness = await RouterTestingHarness.create(address);
    loader = TestbedHarnessEnvironment.loader(harness.fixture);
    root = TestbedHarnessEnvironment.documentRootLoader(harness.fixture);
    page = harness.routeNativeElement!;
    await settled();
  }

  const address = () => TestBed.inject(Router).url;
  const lastQuery = () => server.to(LIST).at(-1)!.params.toString();
  const names = () => [...page.querySelectorAll('td.name a')].map(asRead);
  const chosen = () => [...page.querySelectorAll('tr.chosen td.name a')].map(asRead);
  const button = (text: string | RegExp) => loader.getHarness(MatButtonHarness.with({ text }));
  const box = (label: string) =>
    loader.getHarness(
      MatCheckboxHarness.with({ selector: `[aria-label="${label}"], :has([aria-label="${label}"])` }),
    );

  async function press(key: string, held: KeyboardEventInit = {}): Promise<void> {
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held }));
    await settled();
  }

  async function choose(...rows: number[]): Promise<void> {
    const boxes = await loader.getAllHarnesses(MatCheckboxHarness);
    for (const row of rows) await boxes[row + 1]!.toggle();
    await settled();
  }

  async function confirm(action: string): Promise<string> {
    const dialog = await root.getHarness(MatDialogHarness);
    const text = await dialog.getText();
    const yes = await dialog.getHarness(MatButtonHarness.with({ text: action }));
    await yes.click();
    await settled();
    return text;
  }

  it('shows people with their role as a word, and a link to each', async () => {
    await open();
    expect(names()).toEqual(['Ada Arden', 'Ben Ode', 'Cleo Fern', 'Dana Gill']);
    const [ada, ben, cleo] = [...page.querySelectorAll('tbody tr')].map(asRead);
    expect(ada).toContain('ada@example.comCustomerSalesActive');
    expect(ben).toContain('AgentSupport');
    expect(ben).toContain('Never');
    expect(cleo).toContain('Deactivated');
    expect(page.querySelector('td.name a')?.getAttribute('href')).toBe('/accounts/users/id-of-ada');
  });

  it('reads its filters from the address bar, and takes no notice of what cannot be meant', async () => {
    await open(
      '/accounts/users?role=agent,manager,king&state=inactive&department=Sales&search=ad&sort=-last_login&page=2',
    );
    expect(lastQuery()).toBe(
      'page=2&page_size=25&search=ad&role=manager&role=agent&is_active=false&department=Sales&ordering=-last_login',
    );
  });

  it('writes its filters into the address bar', async () => {
    await open('/accounts/users?page=3');
    await (await loader.getHarness(MatButtonToggleHarness.with({ text: 'Deactivated' }))).check();
    const [role, department] = await loader.getAllHarnesses(MatSelectHarness);
    await role!.open();
    await role!.clickOptions({ text: 'Agent' });
    await department!.open();
    const offered = await Promise.all((await department!.getOptions()).map((option) => option.getText()));
    expect(offered).toEqual(['Any department', 'Logistics', 'Sales', 'Support']);
    await department!.clickOptions({ text: 'Logistics' });
    await settled();
    expect(address()).toBe('/accounts/users?role=agent&state=inactive&department=Logistics');
    expect(lastQuery()).toBe(
      'page=1&page_size=25&role=agent&is_active=false&department=Logistics&ordering=name',
    );
  });

  it('sorts names from their beginning and sign-ins from the latest', async () => {
    await open();
    const head = (text: string) =>
      [...page.querySelectorAll('th')].find((cell) => asRead(cell) === text)!.querySelector('button')!;
    head('Email').click();
    await settled();
    expect(lastQuery()).toContain('ordering=email');
    head('Last sign-in').click();
    await settled();
    expect(lastQuery()).toContain('ordering=-last_login');
    head('Last sign-in').click();
    await settled();
    expect(lastQuery()).toContain('ordering=last_login');
  });

  it('says that nobody matches, and shows everybody again', async () => {
    await open();
    server.on(LIST, answer(pageOf([])));
    await TestBed.inject(Router).navigateByUrl('/accounts/users?search=nobody');
    await settled();
    expect(page.textContent).toContain('Nobody matches');
    server.on(LIST, answer(pageOf(PEOPLE)));
    await (await button('Show everybody')).click();
    await settled();
    expect(address()).toBe('/accounts/users');
    expect(names()).toHaveLength(4);
  });

  it('says why it could not load', async () => {
    await open();
    server.on(LIST, refuse(500));
    await TestBed.inject(Router).navigateByUrl('/accounts/users?page=2');
    await settled();
    expect(page.textContent).toContain('Request id: request-7');
  });

  it('lets agents look, and choose nobody', async () => {
    await open('/accounts/users', ANNA);
    expect(page.querySelector('mat-checkbox')).toBeNull();
    await press('j');
    await press('x');
    await press('a', { ctrlKey: true });
    expect(page.querySelector('desk-bulk-bar')).toBeNull();
  });

  it('chooses by keys: one, as far as another, all, none', async () => {
    await open();
    await press('j');
    await press('x');
    expect(chosen()).toEqual(['Ada Arden']);
    await press('j');
    await press('j');
    await press('x', { shiftKey: true });
    expect(chosen()).toEqual(['Ada Arden', 'Ben Ode', 'Cleo Fern']);
    await press('x');
    expect(chosen()).toEqual(['Ada Arden', 'Ben Ode']);
    await press('a', { ctrlKey: true });
    expect(chosen()).toHaveLength(4);
    expect(await (await box('Choose all')).isChecked()).toBe(true);
    await press('a', { ctrlKey: true });
    expect(chosen()).toEqual([]);

    page.querySelector('input')!.focus();
    await press('a', { ctrlKey: true });
    expect(chosen()).toEqual([]);
  });

  it('lets a manager choose no superadmin, by no way', async () => {
    await open();
    const [ada, ben, ...others] = PEOPLE;
    server.on(LIST, answer(pageOf([ada!, { ...ben!, role: 'superadmin' }, ...others])));
    await TestBed.inject(Router).navigateByUrl('/accounts/users?search=e');
    await settled();
    expect(await (await box('Choose Ben Ode')).isDisabled()).toBe(true);
    await press('a', { ctrlKey: true });
    expect(chosen()).toEqual(['Ada Arden', 'Cleo Fern', 'Dana Gill']);
    expect(await (await box('Choose all')).isChecked()).toBe(true);
    await press('a', { ctrlKey: true });
    await choose(0);
    await press('j');
    await press('j');
    await press('j');
    await press('x', { shiftKey: true });
    expect(chosen()).not.toContain('Ben Ode');
    expect(page.querySelector('desk-bulk-bar')?.textContent).not.toContain('4 chosen');
  });

  it('forgets whom another page does not show', async () => {
    await open();
    await choose(0, 1);
    server.on(LIST, answer(pageOf(PEOPLE.slice(1))));
    await TestBed.inject(Router).navigateByUrl('/accounts/users?search=b');
    await settled();
    expect(page.querySelector('desk-bulk-bar')?.textContent).toContain('1 chosen');
  });

  it('deactivates the chosen after asking by name, sets and never turns round, and takes it back', async () => {
    await open();
    await choose(0, 1, 2);
    await (await button('Deactivate')).click();
    const question = await confirm('Deactivate 2 people');
    expect(question.replace(/[\u2068\u2069]/g, '')).toContain('Ada Arden and Ben Ode are signed out');
    expect(question).not.toContain('Cleo');
    expect(server.to(patchOf('ada')).map(({ body }) => body)).toEqual([{ is_active: false }]);
    expect(server.to(patchOf('cleo'))).toEqual([]);
    expect(server.to(LIST)).toHaveLength(2);
    expect(chosen()).toEqual([]);

    const told = await root.getHarness(MatSnackBarHarness);
    expect(await told.getMessage()).toBe('2 people are deactivated.');
    await told.dismissWithAction();
    await settled();
    expect(server.to(patchOf('ada')).map(({ body }) => body)).toEqual([
      { is_active: false },
      { is_active: true },
    ]);
    expect(server.to(patchOf('ben'))).toHaveLength(2);
  });

  it('does nothing when it is not confirmed, or when nobody is in another state', async () => {
    await open();
    await choose(0);
    await (await button('Deactivate')).click();
    await (
      await (await root.getHarness(MatDialogHarness)).getHarness(MatButtonHarness.with({ text: 'Cancel' }))
    ).click();
    await settled();
    expect(chosen()).toEqual(['Ada Arden']);
    await (await button('Activate')).click();
    await settled();
    expect(await (await root.getHarness(MatSnackBarHarness)).getMessage()).toContain('active already');
    expect(server.to(patchOf('ada'))).toEqual([]);
  });

  it('says who could not be, and why, and takes back only what was done', async () => {
    await open();
    server.on(patchOf('ben'), refuse(403, { detail: 'Only superadmins may change a superadmin' }));
    await choose(0, 1);
    await (await button('Deactivate')).click();
    await confirm('Deactivate 2 people');
    const refusals = page.querySelector('desk-refusals');
    expect(asRead(refusals)).toContain('Not done for 1:Ben Ode: Only superadmins may change a superadmin');
    await (await root.getHarness(MatSnackBarHarness)).dismissWithAction();
    await settled();
    expect(server.to(patchOf('ada'))).toHaveLength(2);
    expect(server.to(patchOf('ben'))).toHaveLength(1);
  });

  it('asks for a few at once and says how far it is', async () => {
    await open();
    const arrive: ((sent: Answer) => void)[] = [];
    const many = Array.from({ length: 6 }, (_, row) => userOf(`P${row} X`));
    server.on(LIST, answer(pageOf(many)));
    for (const { id } of many) {
      server.on(`PATCH /api/accounts/users/${id}/`, () => new Promise((resolve) => arrive.push(resolve)));
    }
    await TestBed.inject(Router).navigateByUrl('/accounts/users?page=2');
    await settled();
    await press('a', { ctrlKey: true });
    await (await button('Deactivate')).click();
    // Not by its harness: that waits for what is on its way.
    document.querySelector<HTMLElement>('[data-action]')!.click();
    await until(() => arrive.length === 4);
    arrive[0]!(answer({}));
    await until(() => arrive.length === 5);
    TestBed.tick();
    expect(asRead(page.querySelector('desk-bulk-bar'))).toContain('1 of 6');
    for (let row = 1; row < 6; row += 1) {
      await until(() => arrive.length > row);
      arrive[row]!(answer({}));
    }
    await settled();
    expect(page.querySelector('desk-bulk-bar')).toBeNull();
  });

  async function until(isSo: () => boolean): Promise<void> {
    while (!isSo()) await new Promise((resolve) => setTimeout(resolve));
  }
});
