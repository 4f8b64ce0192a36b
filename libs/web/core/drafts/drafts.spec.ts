import { type WritableSignal, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { FormControl, FormGroup } from '@angular/forms';
import { Session } from '../session/session';
import { Drafts } from './drafts';

const REPLY = 'ticket/42/reply';
let user: WritableSignal<{ id: string } | null>;

/** As after a reload: nothing is known but what was saved. */
function freshDrafts(): Drafts {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({ providers: [{ provide: Session, useValue: { user } }] });
  return TestBed.inject(Drafts);
}

describe('Drafts', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    localStorage.clear();
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

  it('forgets what is older than thirty days', () => {
    freshDrafts().write(REPLY, 'Long ago');
    jest.advanceTimersByTime(1000);
    jest.setSystemTime(Date.now() + 31 * 24 * 3600_000);

    expect(freshDrafts().read(REPLY)).toBeNull();
  });
});
