import { Injectable } from '@angular/core';

/**
 * localStorage that cannot fail: in a private window or with storage switched off it forgets, and nothing else breaks.
 */
@Injectable({ providedIn: 'root' })
export class LocalStore {
  read(key: string): string | null {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  }

  write(key: string, value: string): void {
    try {
      localStorage.setItem(key, value);
    } catch {
      // Full or forbidden: the value lives on in memory only.
    }
  }

  remove(key: string): void {
    try {
      localStorage.removeItem(key);
    } catch {
      // Forbidden: there is nothing to remove.
    }
  }

  keys(): string[] {
    try {
      return Object.keys(localStorage);
    } catch {
      return [];
    }
  }

  readJson<T>(key: string): T | null {
    const text = this.read(key);
    if (text === null) return null;
    try {
      return JSON.parse(text) as T;
    } catch {
      return null;
    }
  }
}
