import { DOCUMENT, Injectable, computed, effect, inject, signal } from '@angular/core';
import { Api, updateMe } from '@desk/web/api-client';
import { Session } from '../session/session';
import { LocalStore } from '../storage/local-store';

export type Theme = 'system' | 'light' | 'dark';
export type Density = 'comfortable' | 'compact';

interface StoredPreferences {
  theme?: Theme;
  density?: Density;
}

/** The script in index.html reads the same key before anything is drawn: change both together. */
const KEY = 'desk.preferences';

/** How this person wants the product to look and to be operated, on this device. */
@Injectable({ providedIn: 'root' })
export class Preferences {
  private readonly store = inject(LocalStore);
  private readonly session = inject(Session);
  private readonly api = inject(Api);
  private readonly document = inject(DOCUMENT);
  private readonly chosen = signal<StoredPreferences>(this.store.readJson<StoredPreferences>(KEY) ?? {});

  /** What was chosen on this device; else what the profile says, which knows only dark or not. */
  readonly theme = computed<Theme>(
    () => this.chosen().theme ?? (this.session.user()?.dark_mode ? 'dark' : 'system'),
  );
  readonly density = computed<Density>(() => this.chosen().density ?? 'comfortable');
  /** Single-key shortcuts can be switched off (WCAG 2.1.4): by the profile, so on every device. */
  readonly shortcuts = computed(() => this.session.user()?.keyboard_shortcuts ?? true);

  constructor() {
    effect(() => {
      const root = this.document.documentElement;
      root.dataset['theme'] = this.theme();
      root.dataset['density'] = this.density();
    });
  }

  setTheme(theme: Theme): void {
    this.choose({ theme });
    const dark_mode = theme === 'dark';
    const user = this.session.user();
    if (!user || user.dark_mode === dark_mode) return;
    this.session.changeUser({ dark_mode });
    // The profile's copy only serves the next device: this one already has the choice, so a failure is not worth a word.
    this.api.invoke(updateMe, { body: { dark_mode } }).catch(() => undefined);
  }

  setDensity(density: Density): void {
    this.choose({ density });
  }

  setShortcuts(keyboard_shortcuts: boolean): void {
    this.session.changeUser({ keyboard_shortcuts });
    this.api
      .invoke(updateMe, { body: { keyboard_shortcuts } })
      .catch(() => this.session.changeUser({ keyboard_shortcuts: !keyboard_shortcuts }));
  }

  private choose(change: StoredPreferences): void {
    this.chosen.update((chosen) => ({ ...chosen, ...change }));
    this.store.write(KEY, JSON.stringify(this.chosen()));
  }
}
