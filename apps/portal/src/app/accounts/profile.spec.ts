import { type HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatFormFieldHarness } from '@angular/material/form-field/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { MatSnackBarHarness } from '@angular/material/snack-bar/testing';
import { RouterTestingHarness } from '@angular/router/testing';
import { Session } from '@desk/web/core';
import { CARLA_HERSELF, FakeServer, answer, provideTestDesk, refuse, settled } from '@desk/web/testing';
import { Profile } from './profile';

const READ = 'GET /api/accounts/users/me/';
const SAVE = 'PATCH /api/accounts/users/me/';
const ME = { ...CARLA_HERSELF, phone: '0123', department: '', job_title: '' };

describe('The profile of a customer', () => {
  const changeUser = jest.fn();
  let server: FakeServer;
  let loader: HarnessLoader;
  let overlays: HarnessLoader;
  let page: HTMLElement;

  beforeEach(() => {
    changeUser.mockReset();
    TestBed.configureTestingModule({
      providers: [
        provideTestDesk({ app: 'portal', routes: [{ path: 'accounts/profile', component: Profile }] }),
        {
          provide: Session,
          useValue: { user: signal(CARLA_HERSELF), isStaff: signal(false), changeUser },
        },
      ],
    });
    server = TestBed.inject(FakeServer).on(READ, answer(ME));
  });

  async function open(): Promise<void> {
    const harness = await RouterTestingHarness.create('/accounts/profile');
    loader = TestbedHarnessEnvironment.loader(harness.fixture);
    overlays = TestbedHarnessEnvironment.documentRootLoader(harness.fixture);
    page = harness.routeNativeElement!;
    await settled();
  }

  const field = (name: string) =>
    loader.getHarness(MatInputHarness.with({ selector: `[formControlName="${name}"]` }));

  async function save(): Promise<void> {
    await (await loader.getHarness(MatButtonHarness.with({ text: 'Save changes' }))).click();
    await settled();
  }

  it('shows who one is, and nothing that only staff has', async () => {
    await open();
    expect(await (await field('first_name')).getValue()).toBe('Carla');
    expect(await (await field('phone')).getValue()).toBe('0123');
    expect(page.textContent).not.toContain('Department');
    expect(page.textContent).not.toContain('shortcuts');
  });

  it('saves a change and tells the rest of the page', async () => {
    server.on(SAVE, answer({ ...ME, first_name: 'Karla', full_name: 'Karla Customer' }));
    await open();
    await (await field('first_name')).setValue('Karla');
    await save();
    expect(server.to(SAVE)[0]?.body).toMatchObject({ first_name: 'Karla', phone: '0123' });
    expect(changeUser).toHaveBeenCalledWith(expect.objectContaining({ full_name: 'Karla Customer' }));
    expect(await (await overlays.getHarness(MatSnackBarHarness)).getMessage()).toBe('Your profile is saved.');
  });

  it('puts the server’s words beside the field that they are about', async () => {
    const wrong = { field: 'phone', code: 'invalid', message: 'Not a phone number' };
    server.on(SAVE, refuse(400, { errors: [wrong] }));
    await open();
    await save();
    const fields = await loader.getAllHarnesses(MatFormFieldHarness);
    const errors = await Promise.all(fields.map((one) => one.getTextErrors()));
    expect(errors.flat()).toEqual(['Not a phone number']);
    expect(changeUser).not.toHaveBeenCalled();
  });

  it('says why it could not load and tries again', async () => {
    server.on(READ, refuse(503));
    await open();
    expect(page.textContent).toContain('Request id: request-7');
    server.on(READ, answer(ME));
    await (await loader.getHarness(MatButtonHarness.with({ text: /Try again/ }))).click();
    await settled();
    expect(await (await field('first_name')).getValue()).toBe('Carla');
  });
});
