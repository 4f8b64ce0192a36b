import { type WritableSignal, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { FormControl, FormGroup } from '@angular/forms';
import { Session } from '../session/session';
import { DraftVault, type StoredDraft } from './draft-vault';
import { Drafts } from './drafts';

const REPLY = 'ticket/42/reply';
let user: WritableSignal<{ id: string } | null>;

/** What the browser's crash leaves alone. */
const safe = new Map<string, StoredDraft>();
const vault: Pick<DraftVault, 'all' | 'put' | 'remove'> = {
  all: () => Promise.resolve([...safe]),
  put: async (key, draft) => {
    safe.set(key, draft);
    await Promise.resolve();
  },
  remove: async (keys) => {
    for (const key of keys) safe.delete(key);
    await Promise.resolve();
  },
};

/** As after a reload: nothing is known but what was saved. */
function freshDrafts(): Drafts {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({
    providers: [
      { provide: Session, useValue: { user } },
      { provide: DraftVault, useValue: vault },
    ],
  });
  return TestBed.inject(Drafts);
}

describe('Drafts', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    localStorage.clear();
    safe.clear();
    user = signal({ id: 'anna' });
  });

  afterEach(() => jest.useRealTimers());

  it('saves within a second of typing', () => {
    const drafts = freshDrafts();
    drafts.write(REPLY, 'Dear');
    drafts.write(REPLY, 'Dear Ben');
    jest.advanceTimersByTime(1000);

    expect(freshDrafts().read(REPLY)).toBe('Dear Ben');
  });

  it('saves at once when the page goes away', () => {
    freshDrafts().write(REPLY, 'Half a sent');
    window.dispatchEvent(new Event('pagehide'));

    expect(freshDrafts().read(REPLY)).toBe('Half a sent');
  });

  it('shows nobody the draft of another person', () => {
    const drafts = freshDrafts();
    drafts.write(REPLY, 'Dear Ben');
    jest.advanceTimersByTime(1000);
    user.set({ id: 'clara' });

    expect(drafts.read(REPLY)).toBeNull();
  });

  it('keeps a form and forgets it once it was sent', () => {
    const form = new FormGroup({ content: new FormControl('') });
    const drafts = freshDrafts();
    const kept = TestBed.runInInjectionContext(() => drafts.keep(REPLY, form));
    form.setValue({ content: 'Thank you' });
    jest.advanceTimersByTime(1000);
    const again = new FormGroup({ content: new FormControl('') });
    const found = TestBed.runInInjectionContext(() => drafts.keep(REPLY, again));
    drafts.clear(REPLY);

    expect([kept, found]).toEqual([false, true]);
    expect(again.value.content).toBe('Thank you');
    expect(drafts.read(REPLY)).toBeNull();
  });

  it('has the text back that a crash of the browser took out of localStorage', async () => {
    freshDrafts().write(REPLY, 'Dear Ben, th');
    jest.advanceTimersByTime(1000);
    localStorage.clear();

    const drafts = freshDrafts();
    await drafts.ready;
    expect(drafts.read(REPLY)).toBe('Dear Ben, th');
  });

  it('does not bring back after a crash what was sent before it', async () => {
    const drafts = freshDrafts();
    drafts.write(REPLY, 'Dear Ben');
    jest.advanceTimersByTime(1000);
    const beforeSending = { ...localStorage };
    jest.advanceTimersByTime(1000);
    drafts.clear(REPLY);
    Object.assign(localStorage, beforeSending);

    const afterwards = freshDrafts();
    await afterwards.ready;
    expect(afterwards.read(REPLY)).toBeNull();
  });

  it('forgets what is older than thirty days', async () => {
    freshDrafts().write(REPLY, 'Long ago');
    jest.advanceTimersByTime(1000);
    jest.setSystemTime(Date.now() + 31 * 24 * 3600_000);

    const drafts = freshDrafts();
    await drafts.ready;
    expect(drafts.read(REPLY)).toBeNull();
    expect(safe.size).toBe(0);
  });
});
