import { type HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { type HttpEvent, HttpEventType, HttpResponse } from '@angular/common/http';
import { ApplicationRef } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { MatFormFieldHarness } from '@angular/material/form-field/testing';
import { MatSelectHarness } from '@angular/material/select/testing';
import { By } from '@angular/platform-browser';
import { Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { Drafts, MAX_UPLOAD_BYTES } from '@desk/web/core';
import {
  CARLA_HERSELF,
  FakeServer,
  answer,
  detailOf,
  pageOf,
  provideTestDesk,
  refuse,
  settled,
} from '@desk/web/testing';
import { FileDrop } from '@desk/web/ui';
import { Subject } from 'rxjs';
import { NewTicket } from './new-ticket';

const CREATE = 'POST /api/tickets/tickets/';
const UPLOAD = 'POST /api/uploads/';

describe('desk-new-ticket', () => {
  let server: FakeServer;
  let harness: RouterTestingHarness;
  let loader: HarnessLoader;

  // What a test has typed is saved now, not in the middle of the next one.
  afterEach(() => window.dispatchEvent(new Event('pagehide')));

  beforeEach(() => {
    localStorage.clear();
    configure();
  });

  function configure(): void {
    const routes = [
      { path: 'tickets/create', component: NewTicket },
      { path: 'tickets/:key', children: [] },
    ];
    TestBed.configureTestingModule({
      providers: [
        provideTestDesk({ app: 'portal', routes, user: CARLA_HERSELF }),
        { provide: MAX_UPLOAD_BYTES, useValue: 1000 },
      ],
    });
    server = TestBed.inject(FakeServer)
      .on('GET /api/tickets/categories/', answer(pageOf([{ id: 5, name: 'Billing' }])))
      .on(CREATE, answer(detailOf(1)))
      .on(UPLOAD, answer({ id: 'upload-1', filename: 'note.txt', file_size: 4, content_type: 'text/plain' }));
  }

  async function open(): Promise<void> {
    harness = await RouterTestingHarness.create('/tickets/create');
    loader = TestbedHarnessEnvironment.loader(harness.fixture);
    await settled();
  }

  /** As `settled`, while something is still on its way. */
  async function drawn(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.inject(ApplicationRef).tick();
  }

  /** As after a reload: nothing but what the browser stores is left. */
  async function reload(): Promise<void> {
    window.dispatchEvent(new Event('pagehide'));
    TestBed.resetTestingModule();
    configure();
    await open();
  }

  const page = () => harness.routeNativeElement!;
  const field = (id: string) => loader.getHarness(MatInputHarness.with({ selector: `#new-ticket-${id}` }));

  async function fill(title: string, description: string): Promise<void> {
    await (await field('title')).setValue(title);
    await (await field('description')).setValue(description);
  }

  async function send(): Promise<void> {
    await (await loader.getHarness(MatButtonHarness.with({ text: 'Send' }))).click();
    await settled();
  }

  async function errors(): Promise<string[]> {
    const fields = await loader.getAllHarnesses(MatFormFieldHarness);
    return (await Promise.all(fields.map((one) => one.getTextErrors()))).flat();
  }

  function drop(...files: File[]): void {
    const area = harness.routeDebugElement!.query(By.directive(FileDrop)).componentInstance as FileDrop;
    area.files.emit(files);
  }

  function attach(name: string): void {
    drop(new File(['text'], name, { type: 'text/plain' }));
  }

  async function remove(name: string): Promise<void> {
    const button = MatButtonHarness.with({ selector: `[aria-label="Remove ${name}"]` });
    await (await loader.getHarness(button)).click();
  }

  it('asks for two things only, and leads to the first that is missing', async () => {
    await open();
    await send();
    expect(await errors()).toEqual(['Please fill this in.', 'Please fill this in.']);
    expect(server.to(CREATE)).toHaveLength(0);
    expect(await (await field('title')).isFocused()).toBe(true);
  });

  it('takes no spaces for words', async () => {
    await open();
    await fill('   ', 'It is stuck');
    await send();
    expect(await errors()).toEqual(['Please fill this in.']);
  });

  it('sends the request and goes to it', async () => {
    await open();
    await fill('The lock', 'It is stuck');
    const [topic, urgency] = await loader.getAllHarnesses(MatSelectHarness);
    await topic!.open();
    await topic!.clickOptions({ text: 'Billing' });
    await urgency!.open();
    await urgency!.clickOptions({ text: 'I cannot work' });
    await send();
    expect(server.to(CREATE)[0]?.body).toEqual({
      title: 'The lock',
      description: 'It is stuck',
      category: 5,
      priority: 'urgent',
      upload_ids: [],
    });
    expect(TestBed.inject(Router).url).toBe('/tickets/JRD-000001');
    expect(TestBed.inject(Drafts).read('ticket/new')).toBeNull();
  });

  it('puts the server’s words beside the field that they are about', async () => {
    server.on(CREATE, refuse(400, { errors: [{ field: 'title', code: 'x', message: 'Not this title' }] }));
    await open();
    await fill('The lock', 'It is stuck');
    await send();
    expect(await errors()).toEqual(['Not this title']);
  });

  it('keeps what was typed when the server fails, and over a reload', async () => {
    server.on(CREATE, refuse(500));
    await open();
    await fill('The lock', 'It is stuck');
    await send();
    expect(page().textContent).toContain('The server could not do this.');
    expect(page().textContent).toContain('Request id: request-7');

    await reload();
    expect(await (await field('title')).getValue()).toBe('The lock');
    expect(await (await field('description')).getValue()).toBe('It is stuck');
  });

  it('asks once, though the answer was lost on its way', async () => {
    server.on(CREATE, refuse(0));
    await open();
    await fill('The lock', 'It is stuck');
    await send();
    server.on(CREATE, answer(detailOf(1)));
    await send();
    const [first, second] = server.to(CREATE).map(({ headers }) => headers.get('Idempotency-Key'));
    expect(first).toBeTruthy();
    expect(second).toBe(first);
  });

  it('shows how far a file is, and attaches it once the server has it', async () => {
    const upload = new Subject<HttpEvent<unknown>>();
    server.on(UPLOAD, () => upload);
    await open();
    await fill('The lock', 'It is stuck');
    attach('note.txt');
    await drawn();
    upload.next({ type: HttpEventType.UploadProgress, loaded: 2, total: 4 });
    await drawn();
    expect(page().querySelector<HTMLProgressElement>('progress')?.value).toBe(0.5);

    const body = { id: 'upload-9', filename: 'note.txt', file_size: 4, content_type: 'text/plain' };
    upload.next(new HttpResponse({ body }));
    upload.complete();
    await send();
    expect(server.to(CREATE)[0]?.body).toMatchObject({ upload_ids: ['upload-9'] });
  });

  it('does not send without a file that failed, until it is removed', async () => {
    server.on(UPLOAD, refuse(413, { detail: 'A file may have at most 10.5 MB' }));
    await open();
    await fill('The lock', 'It is stuck');
    attach('film.mov');
    await send();
    expect(page().textContent).toContain('A file may have at most 10.5 MB');
    expect(server.to(CREATE)).toHaveLength(0);

    await remove('film.mov');
    await send();
    expect(server.to(CREATE)).toHaveLength(1);
  });

  it('refuses a file that is too large or empty before it is sent, and keeps the others', async () => {
    await open();
    await fill('The lock', 'It is stuck');
    drop(new File(['x'.repeat(1001)], 'film.mov'), new File([], 'nothing.txt'), new File(['x'], 'note.txt'));
    await settled();
    const rows = [...page().querySelectorAll('desk-upload-rows li')].map((row) => row.textContent);
    expect(rows[0]).toContain('Too large: at most 1 kB per file.');
    expect(rows[1]).toContain('This file is empty.');
    expect(page().querySelector('[aria-label^="Send film.mov"]')).toBeNull();
    expect(server.to(UPLOAD)).toHaveLength(1);
    await send();
    expect(server.to(CREATE)).toHaveLength(0);

    await remove('film.mov');
    await remove('nothing.txt');
    await send();
    expect(server.to(CREATE)[0]?.body).toMatchObject({ upload_ids: ['upload-1'] });
  });

  it('brings the files back after a reload, but not after the request was sent', async () => {
    await open();
    attach('note.txt');
    await settled();
    await reload();
    expect(page().querySelector('desk-upload-rows')?.textContent).toContain('note.txt');

    await fill('The lock', 'It is stuck');
    await send();
    expect(server.to(CREATE)[0]?.body).toMatchObject({ upload_ids: ['upload-1'] });
    await reload();
    expect(page().querySelector('desk-upload-rows li')).toBeNull();
  });
});
