import { Injectable, inject } from '@angular/core';
import { type CanActivateFn } from '@angular/router';
import { type Translation, type TranslocoLoader, TranslocoService } from '@jsverse/transloco';

/** Where the strings of one part of an application come from, by language: `{ en: () => import('./i18n/en.json') }`. */
export type StringsByLanguage = Record<string, () => Promise<{ default: Translation }>>;

/**
 * Loads strings as lazy modules: the application's own before the first page, a feature's (see {@link withStrings}) before
 * its first page, so a key is never shown in place of its text.
 */
@Injectable({ providedIn: 'root' })
export class Strings implements TranslocoLoader {
  /** Each known part with the languages it is loaded in. */
  private readonly parts = new Map<StringsByLanguage, Set<string>>();

  register(part: StringsByLanguage): void {
    if (!this.parts.has(part)) this.parts.set(part, new Set());
  }

  async getTranslation(language: string): Promise<Translation> {
    const texts = await Promise.all([...this.parts.keys()].map((part) => this.load(part, language)));
    return Object.assign({}, ...texts) as Translation;
  }

  isLoaded(part: StringsByLanguage, language: string): boolean {
    return this.parts.get(part)?.has(language) ?? false;
  }

  async load(part: StringsByLanguage, language: string): Promise<Translation> {
    this.register(part);
    const texts = await (part[language] ?? part['en'])?.();
    this.parts.get(part)?.add(language);
    return texts?.default ?? {};
  }
}

/** A guard for a feature's route: its strings are there before its title and its page. */
export function withStrings(part: StringsByLanguage): CanActivateFn {
  return async () => {
    const transloco = inject(TranslocoService);
    const strings = inject(Strings);
    const language = transloco.getActiveLang();
    if (!strings.isLoaded(part, language)) {
      transloco.setTranslation(await strings.load(part, language), language);
    }
    return true;
  };
}
