import { type EnvironmentProviders, importProvidersFrom } from '@angular/core';
import { TranslocoTestingModule } from '@jsverse/transloco';
import accounts from '../accounts/i18n/en.json';
import ui from '../ui/i18n/en.json';

/** The real English strings at once, so that a spec reads what a person reads. */
export function provideTestStrings(): EnvironmentProviders {
  return importProvidersFrom(
    TranslocoTestingModule.forRoot({
      langs: { en: { ...ui, ...accounts } },
      translocoConfig: { availableLangs: ['en'], defaultLang: 'en' },
      preloadLangs: true,
    }),
  );
}
