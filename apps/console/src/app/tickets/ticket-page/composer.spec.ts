import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { type HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatButtonToggleHarness } from '@angular/material/button-toggle/testing';
import { type PresenceState } from '@desk/contracts';
import { type CommentBody } from '@desk/web/api-client';
import { CommandRegistry, Drafts, Problem } from '@desk/web/core';
import { FakeServer, answer, asRead, detailOf, provideTestDesk, refuse, settled } from '@desk/web/testing';
import { Composer } from './composer';
import { TicketStore } from './ticket-store';

const UPLOADS = 'POST /api/uploads/';
const TICKET = detailOf(42);

describe('desk-composer', () => {
  const addComment = jest.fn<Promise<void>, [string, CommentBody]>();
  const store = { addComment, reload: jest.fn(), presence: signal<PresenceState>('viewing') };
  let server: FakeServer;
  let fixture: ComponentFixture<Composer>;
  let loader: HarnessLoader;
  let page: HTMLElement;

  beforeEach(() => {
    // What the last test left unsaved is saved now, not in the middle of this one.
    window.dispatchEvent(new Event('pagehide'));
    localStorage.clear();
    addComment.mockReset().mockResolvedValue();
    store.reload.mockReset();
    store.presence.set('viewing');
    TestBed.configureTestingModule({
      providers: [provideTestDesk({ app: 'console', routes: [] }), { provide: TicketStore, useValue: store }],
    });
    server = TestBed.inject(FakeServer);
  });

  async function show(ticket = TICKET): Promise<void> {
    fixture = TestBed.createComponent(Composer);
    fixture.componentRef.setInput('ticket', ticket);
    loader = TestbedHarnessEnvironment.loader(fixture);
    page = fixture.nativeElement as HTMLElement;
    await settled();
  }

  const box = () => page.querySelector('textarea')!;
  const sendButton = () => loader.getHarness(MatButtonHarness.with({ selector: '[type="submit"]' }));
  const sent = () => addComment.mock.calls.map(([, comment]) => comment);

  async function type(text: string): Promise<void> {
    box().value = text;
    box().dispatchEvent(new Event('input'));
    await settled();
  }

  async function switchTo(mode: 'Reply' | 'Internal note'): Promise<void> {
    await (await loader.getHarness(MatButtonToggleHarness.with({ text: new RegExp(mode) }))).check();
  }

  async function press(init: KeyboardEventInit): Promise<void> {
    box().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, ...init }));
    await settled();
  }

  async function attach(name: string): Promise<void> {
    const picker = page.querySelector<HTMLInputElement>('input[type=file]')!;
    Object.defineProperty(picker, 'files', { configurable: true, value: [new File(['x'], name)] });
    picker.dispatchEvent(new Event('change'));
    await settled();
  }

  it('differs in label, hint, colour and button between a reply and a note', async () => {
    await show();
    expect(page.classList).not.toContain('note');
    expect(box().getAttribute('aria-label')).toBe('Reply');
    expect(asRead(page.querySelector('[role=status]'))).toBe('Carla Customer will read this');
    expect(await (await sendButton()).getText()).toBe('Send reply');

    await switchTo('Internal note');
    expect(page.classList).toContain('note');
    expect(box().getAttribute('aria-label')).toBe('Internal note');
    expect(page.querySelector('[role=status]')?.textContent).toContain('Only the team sees this');
    expect(await (await sendButton()).getText()).toBe('Add internal note');
  });

  it.each(['r', 'n'])('is reached by %s', async (key) => {
    await show();
    document.body.append(page);
    TestBed.inject(CommandRegistry).forKeys(key)?.run();
    await settled();
    expect(document.activeElement).toBe(box());
    expect(box().getAttribute('aria-label')).toBe(key === 'r' ? 'Reply' : 'Internal note');
    page.remove();
  });

  it('has the other text in the box before the next key can come', async () => {
    await show();
    await type('Dear Carla');
    TestBed.inject(CommandRegistry).forKeys('n')?.run();
    box().value += 'T';
    box().dispatchEvent(new Event('input'));
    await switchTo('Reply');
    expect(box().value).toBe('Dear Carla');
  });

  it('keeps a text for each, so that a note is never one click from the customer', async () => {
    await show();
    await switchTo('Internal note');
    await type('This one is difficult');
    await switchTo('Reply');
    expect(box().value).toBe('');
    await type('Dear Carla');
    await press({ ctrlKey: true });

    expect(sent()).toEqual([{ content: 'Dear Carla', comment_type: 'reply', upload_ids: [] }]);
    await switchTo('Internal note');
    expect(box().value).toBe('This one is difficult');
  });

  it('keeps the files of a note out of a reply', async () => {
    server.on(
      UPLOADS,
      answer({ id: 'file-1', filename: 'log.txt', file_size: 1, content_type: 'text/plain' }),
    );
    await show();
    await switchTo('Internal note');
    await attach('log.txt');
    expect(page.textContent).toContain('log.txt');
    await switchTo('Reply');
    expect(page.textContent).not.toContain('log.txt');
    await type('Dear Carla');
    await press({ ctrlKey: true });
    await switchTo('Internal note');
    await type('See the log');
    await press({ metaKey: true });

    expect(sent()).toEqual([
      { content: 'Dear Carla', comment_type: 'reply', upload_ids: [] },
      { content: 'See the log', comment_type: 'internal_note', upload_ids: ['file-1'] },
    ]);
    expect(page.textContent).not.toContain('log.txt');
  });

  it('has each draft back after a reload, and another ticket has none of it', async () => {
    await show();
    await type('Half a reply');
    await switchTo('Internal note');
    await type('Half a note');
    window.dispatchEvent(new Event('pagehide'));
    fixture.destroy();

    await show();
    expect(box().value).toBe('Half a reply');
    await switchTo('Internal note');
    expect(box().value).toBe('Half a note');
    fixture.destroy();

    await show(detailOf(43));
    expect(box().value).toBe('');
    expect(store.presence()).toBe('viewing');
  });

  it('opens with a reply, unless only a note waits; what waits in the other is marked', async () => {
    TestBed.inject(Drafts).write('ticket/42/internal_note', 'Half a note');
    await show();
    expect(page.classList).toContain('note');
    await switchTo('Reply');
    expect(page.querySelector('.waiting')?.textContent).toContain('Not sent yet');
  });

  it('forgets the draft of what was sent, and stays in its mode', async () => {
    await show();
    await switchTo('Internal note');
    await type('Done');
    await press({ ctrlKey: true });
    expect(box().value).toBe('');
    expect(page.classList).toContain('note');
    expect(TestBed.inject(Drafts).read('ticket/42/internal_note')).toBeNull();
  });

  it('gives the focus back to the text once the button has sent it', async () => {
    await show();
    await type('Dear Carla');
    const button = await sendButton();
    await button.focus();
    await button.click();
    expect(await button.isDisabled()).toBe(true);
    expect(document.activeElement).toBe(box());
  });

  it('leaves the focus where it has gone while the text was sent', async () => {
    const elsewhere = document.body.appendChild(document.createElement('button'));
    addComment.mockImplementation(() => {
      elsewhere.focus();
      return Promise.resolve();
    });
    await show();
    await type('Dear Carla');
    await (await sendButton()).click();
    expect(sent()).toHaveLength(1);
    expect(document.activeElement).toBe(elsewhere);
    elsewhere.remove();
  });

  it('gives the focus back to the text when the last file is removed', async () => {
    server.on(UPLOADS, refuse(413));
    await show();
    await attach('film.mov');
    const remove = await loader.getHarness(
      MatButtonHarness.with({ selector: '[aria-label="Remove film.mov"]' }),
    );
    await remove.focus();
    await remove.click();
    expect(document.activeElement).toBe(box());
  });

  it('sends nothing that is empty, and nothing at a plain Enter', async () => {
    await show();
    await type('   ');
    await press({ ctrlKey: true });
    await type('Dear Carla');
    await press({});
    expect(addComment).not.toHaveBeenCalled();
  });

  it('keeps the text when the server refuses it, and says why', async () => {
    addComment.mockRejectedValue(
      new Problem(400, '', 'Too long for us', 'invalid', 'request-7', [], null, {}),
    );
    await show();
    await type('Dear Carla');
    await press({ ctrlKey: true });
    expect(box().value).toBe('Dear Carla');
    expect(page.querySelector('desk-form-problem')?.textContent).toContain('Too long for us');
  });

  it('holds a reply back when somebody wrote meanwhile, and shows what', async () => {
    addComment.mockRejectedValueOnce(new Problem(409, '', 'Newer', 'newer_comments', null, [], null, {}));
    await show();
    await type('Dear Carla');
    await press({ ctrlKey: true });
    expect(page.textContent).toContain('Somebody wrote meanwhile');
    expect(store.reload).toHaveBeenCalled();
    await press({ ctrlKey: true });
    expect(addComment).toHaveBeenCalledTimes(2);
    expect(box().value).toBe('');
  });

  it('does not send while a file is missing', async () => {
    server.on(UPLOADS, refuse(413));
    await show();
    await type('Dear Carla');
    await attach('film.mov');
    await press({ ctrlKey: true });
    expect(page.textContent).toContain('A file was not sent');
    expect(addComment).not.toHaveBeenCalled();

    await (
      await loader.getHarness(MatButtonHarness.with({ selector: '[aria-label="Remove film.mov"]' }))
    ).click();
    await press({ ctrlKey: true });
    expect(sent()).toHaveLength(1);
  });

  it('tells the others who is writing, but not because of a text that only waits', async () => {
    TestBed.inject(Drafts).write('ticket/42/reply', 'Half a reply');
    await show();
    expect(store.presence()).toBe('viewing');
    await type('Half a reply and more');
    expect(store.presence()).toBe('replying');
    await type('');
    expect(store.presence()).toBe('viewing');
  });
});
