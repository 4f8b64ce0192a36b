import { DOCUMENT, DestroyRef, Injectable, inject } from '@angular/core';
import { type AbstractControl } from '@angular/forms';
import { Session } from '../session/session';
import { LocalStore } from '../storage/local-store';
import { DraftVault, type StoredDraft } from './draft-vault';

const PREFIX = 'desk.draft.';
const SAVE_AFTER_MS = 500;
const KEPT_FOR_MS = 30 * 24 * 3600_000;

/**
 * Typed text that survives a reload, a crash and an expired session, on this device, for this person alone: at hand in
 * localStorage, safe in the vault.
 * Names say where it was typed: `ticket/42/reply`.
 */
@Injectable({ providedIn: 'root' })
export class Drafts {
  private readonly store = inject(LocalStore);
  private readonly session = inject(Session);
  private readonly vault = inject(DraftVault);
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly waiting = new Map<string, { value: unknown; timer: ReturnType<typeof setTimeout> }>();

  /** Resolves once the drafts of a browser that crashed are back. */
  readonly ready: Promise<void>;

  constructor() {
    // The last chance before the tab goes away, on every browser.
    this.window?.addEventListener('pagehide', () => this.flush());
    this.forgetOld();
    this.ready = this.recover();
  }

  read<T>(name: string): T | null {
    const key = this.keyOf(name);
    const waiting = this.waiting.get(key);
    return (waiting ? waiting.value : (this.store.readJson<StoredDraft>(key)?.value ?? null)) as T | null;
  }

  /** Saved within half a second; many calls in a row are one write. */
  write(name: string, value: unknown): void {
    const key = this.keyOf(name);
    const earlier = this.waiting.get(key);
    if (earlier) {
      earlier.value = value;
      return;
    }
    this.waiting.set(key, { value, timer: setTimeout(() => this.save(key), SAVE_AFTER_MS) });
  }

  clear(name: string): void {
    const key = this.keyOf(name);
    if (!this.waiting.has(key) && this.store.read(key) === null) return;
    clearTimeout(this.waiting.get(key)?.timer);
    this.waiting.delete(key);
    this.store.remove(key);
    void this.vault.put(key, { at: Date.now(), value: null });
  }

  /**
   * Fills a control or a whole form from its draft and keeps the draft up to date while the component lives.
   * Call `clear(name)` once the server has the text. True: there was a draft.
   */
  keep(name: string, control: AbstractControl, owner = inject(DestroyRef)): boolean {
    const draft = this.read<unknown>(name);
    if (draft !== null) control.patchValue(draft);
    const typing = control.valueChanges.subscribe((value: unknown) => this.write(name, value));
    owner.onDestroy(() => typing.unsubscribe());
    return draft !== null;
  }

  private keyOf(name: string): string {
    return `${PREFIX}${this.session.user()?.id ?? 'guest'}.${name}`;
  }

  private save(key: string): void {
    const waiting = this.waiting.get(key);
    if (!waiting) return;
    clearTimeout(waiting.timer);
    this.waiting.delete(key);
    const draft: StoredDraft = { at: Date.now(), value: waiting.value };
    this.store.write(key, JSON.stringify(draft));
    void this.vault.put(key, draft);
  }

  private flush(): void {
    for (const key of [...this.waiting.keys()]) this.save(key);
  }

  /** After a crash the vault knows better: it has what was typed last, and what was sent. */
  private async recover(): Promise<void> {
    const all = await this.vault.all();
    for (const [key, draft] of all) {
      const isNewer = draft.at > (this.store.readJson<StoredDraft>(key)?.at ?? 0);
      if (!isNewer || isOld(draft)) continue;
      if (draft.value === null) this.store.remove(key);
      else this.store.write(key, JSON.stringify(draft));
    }
    await this.vault.remove(all.filter(([, draft]) => isOld(draft)).map(([key]) => key));
  }

  private forgetOld(): void {
    for (const key of this.store.keys().filter((name) => name.startsWith(PREFIX))) {
      const draft = this.store.readJson<StoredDraft>(key);
      if (!draft || isOld(draft)) this.store.remove(key);
    }
  }
}

function isOld(draft: StoredDraft): boolean {
  return Date.now() - draft.at > KEPT_FOR_MS;
}
