import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type EnvironmentProviders, importProvidersFrom } from '@angular/core';
import { type Translation, TranslocoTestingModule } from '@jsverse/transloco';

const ROOT = join(__dirname, '../../..');
const SHARED = ['libs/web/ui', 'libs/web/accounts'];

/** The real English strings at once, so that a spec reads what a person reads; an application's spec names its folder. */
export function provideTestStrings(...folders: string[]): EnvironmentProviders {
  const texts = [...SHARED, ...folders].flatMap(stringsBelow);
  return importProvidersFrom(
    TranslocoTestingModule.forRoot({
      langs: { en: Object.assign({}, ...texts) as Translation },
      translocoConfig: { availableLangs: ['en'], defaultLang: 'en' },
      preloadLangs: true,
    }),
  );
}

function stringsBelow(folder: string): Translation[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /i18n[/\\]en\.json$/.test(file))
    .map((file) => JSON.parse(readFileSync(join(ROOT, folder, file), 'utf8')) as Translation);
}

/** A text as people read it: without what keeps the names in it in their own direction. */
export function asRead(element: Element | null | undefined): string {
  const text = element?.textContent ?? '';
  return text
    .replace(/[\u2068\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
