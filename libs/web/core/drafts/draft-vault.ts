import { Injectable } from '@angular/core';
import { type UseStore, createStore, delMany, entries, set } from 'idb-keyval';

const NAME = 'desk-drafts';

/** A draft with the time of its last change; a null value remembers that it was sent or given up. */
export interface StoredDraft {
  at: number;
  value: unknown;
}

/**
 * Drafts in IndexedDB, which the browser hands to the system at once: they survive its crash. (It keeps localStorage to
 * itself for up to ten seconds.) Where there is no such store, nothing is kept and nothing breaks.
 */
@Injectable({ providedIn: 'root' })
export class DraftVault {
  private readonly store = openStore();

  async all(): Promise<[string, StoredDraft][]> {
    return this.store ? entries<string, StoredDraft>(this.store).catch(() => []) : [];
  }

  async put(key: string, draft: StoredDraft): Promise<void> {
    if (this.store) await set(key, draft, this.store).catch(() => undefined);
  }

  async remove(keys: string[]): Promise<void> {
    if (this.store && keys.length) await delMany(keys, this.store).catch(() => undefined);
  }
}

function openStore(): UseStore | null {
  return typeof indexedDB === 'undefined' ? null : createStore(NAME, NAME);
}
