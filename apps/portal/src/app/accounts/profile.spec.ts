import { type HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatDialogHarness } from '@angular/material/dialog/testing';
import { MatFormFieldHarness } from '@angular/material/form-field/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { MatSnackBarHarness } from '@angular/material/snack-bar/testing';
import { RouterTestingHarness } from '@angular/router/testing';
import { PageAddress, Session } from '@desk/web/core';
import { CARLA_HERSELF, FakeServer, answer, provideTestDesk, refuse, settled } from '@desk/web/testing';
import { Profile } from './profile';

const READ = 'GET /api/accounts/users/me/';
const SAVE = 'PATCH /api/accounts/users/me/';
const PICTURE = 'PUT /api/accounts/users/me/avatar/';
const NO_PICTURE = 'DELETE /api/accounts/users/me/avatar/';
const PROVIDERS = 'GET /api/accounts/oidc/';
const ME = { ...CARLA_HERSELF, phone: '0123', department: '', job_title: '', email_notifications: true };

describe('The profile of a customer', () => {
  const changeUser = jest.fn();
  const leaveFor = jest.fn();
  let server: FakeServer;
  let loader: HarnessLoader;
  let overlays: HarnessLoader;
  let page: HTMLElement;

  beforeEach(() => {
    changeUser.mockReset();
    TestBed.configureTestingModule({
      providers: [
        { provide: PageAddress, useValue: { leaveFor } },
        provideTestDesk({ app: 'portal', routes: [{ path: 'accounts/profile', component: Profile }] }),
        {
          provide: Session,
          useValue: { user: signal(CARLA_HERSELF), isStaff: signal(false), changeUser },
        },
      ],
    });
    server = TestBed.inject(FakeServer).on(READ, answer(ME));
    server.on(PROVIDERS, answer({ count: 0, results: [] }));
  });

  async function open(query = ''): Promise<void> {
    const harness = await RouterTestingHarness.create(`/accounts/profile${query}`);
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

  describe('and their picture', () => {
    const address = '/desk/api/accounts/users/id-of-carla/avatar/?v=1&t=2';
    const button = (text: string) => loader.getHarness(MatButtonHarness.with({ text }));

    async function choose(type: string, size: number): Promise<void> {
      const files = [new File([new Uint8Array(size)], 'me', { type })];
      const picker = page.querySelector<HTMLInputElement>('input[type="file"]')!;
      Object.defineProperty(picker, 'files', { value: files, configurable: true });
      picker.dispatchEvent(new Event('change'));
      await settled();
    }

    beforeEach(() => {
      URL.createObjectURL = () => 'blob:preview';
      URL.revokeObjectURL = () => undefined;
    });

    it('is looked at before it is sent, and shown everywhere after', async () => {
      server.on(PICTURE, answer({ ...ME, avatar: address }));
      await open();
      await choose('image/png', 9);
      const shown = () => page.querySelector('desk-avatar img')?.getAttribute('src');
      expect(shown()).toBe('blob:preview');
      expect(server.to(PICTURE)).toEqual([]);
      await (await button('Use this picture')).click();
      await settled();
      expect((server.to(PICTURE)[0]?.body as FormData).get('file')).toBeInstanceOf(File);
      expect(shown()).toBe(address);
      expect(changeUser).toHaveBeenCalledWith({ avatar: address });
    });

    it('is not sent when it is too large or no picture, nor when one thinks better of it', async () => {
      await open();
      await choose('image/png', 2 * 1024 * 1024 + 1);
      expect(page.textContent).toContain('This picture is larger than 2 MB.');
      await choose('image/svg+xml', 9);
      expect(page.textContent).toContain('This is no JPEG, PNG, WebP or GIF.');
      await choose('image/gif', 9);
      expect(page.textContent).not.toContain('This is no');
      await (await button('Cancel')).click();
      expect(await (await button('Choose a picture')).isDisabled()).toBe(false);
      expect(server.to(PICTURE)).toEqual([]);
    });

    it('is removed, or says why not', async () => {
      server.on(READ, answer({ ...ME, avatar: address })).on(NO_PICTURE, refuse(503));
      await open();
      await (await button('Remove picture')).click();
      await settled();
      expect(page.textContent).toContain('Request id: request-7');
      server.on(NO_PICTURE, answer(null));
      await (await button('Remove picture')).click();
      await settled();
      expect(page.querySelector('desk-avatar')?.textContent).toContain('CC');
      expect(changeUser).toHaveBeenCalledWith({ avatar: null });
    });
  });

  describe('and their linked accounts', () => {
    const LINKED = 'GET /api/accounts/identities/';
    const LINK = 'POST /api/accounts/oidc/velumera-id/link/';
    const UNLINK = 'DELETE /api/accounts/identities/one/';
    const google = { name: 'google', title: 'Google' };
    const own = { name: 'velumera-id', title: 'Velumera ID' };
    const times = { linked_at: '2026-01-01T00:00:00.000Z', last_used_at: '2026-01-02T00:00:00.000Z' };
    const identity = {
      id: 'one',
      provider: google,
      issuer: 'https://google.example',
      email: 'c@example.com',
    };
    const press = async (text: string) => {
      await (await loader.getHarness(MatButtonHarness.with({ text, selector: 'li *' }))).click();
      await settled();
    };
    const card = () => page.querySelector('desk-linked-accounts')?.textContent ?? '';

    const scrolled = jest.fn();

    beforeEach(() => {
      Element.prototype.scrollIntoView = scrolled;
      server.on(PROVIDERS, answer({ count: 2, results: [google, own] }));
      server.on(LINKED, answer({ count: 1, results: [{ ...identity, ...times }] }));
    });

    it('are not there at a desk that offers none', async () => {
      server.on(PROVIDERS, answer({ count: 0, results: [] }));
      await open();
      expect(card()).toBe('');
    });

    it('begin at the provider, which leads back here', async () => {
      server.on(LINK, answer({ url: 'https://id.velumera.example/auth?x=1' }));
      await open('?linked=google');
      expect(card()).toContain('Google is linked.');
      expect(scrolled).toHaveBeenCalled();
      await press('Link');
      expect(leaveFor).toHaveBeenCalledWith('https://id.velumera.example/auth?x=1');
    });

    it('end after a question, or say why not', async () => {
      server.on(UNLINK, refuse(409, { detail: 'This is your only way to sign in' }));
      await open();
      await press('Unlink');
      const asked = await overlays.getHarness(MatDialogHarness);
      expect(await asked.getText()).toContain('Unlink Google?');
      await (await asked.getHarness(MatButtonHarness.with({ text: 'Unlink' }))).click();
      await settled();
      expect(await (await overlays.getHarness(MatSnackBarHarness)).getMessage()).toContain('only way');
      expect(card()).toContain('c@example.com');

      server.on(UNLINK, answer(null));
      await press('Unlink');
      const again = await overlays.getHarness(MatDialogHarness);
      await (await again.getHarness(MatButtonHarness.with({ text: 'Unlink' }))).click();
      await settled();
      expect(card()).not.toContain('c@example.com');
    });
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
