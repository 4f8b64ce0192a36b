import {
  type EnvironmentProviders,
  Injectable,
  inject,
  isDevMode,
  makeEnvironmentProviders,
  provideAppInitializer,
} from '@angular/core';
import { type TranslocoLoader, TranslocoService, provideTransloco } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { Strings, type StringsByLanguage } from './strings';

export const DEFAULT_LANGUAGE = 'en';

/** Transloco with the given parts, all loaded before the first page is drawn. */
export function provideStrings(parts: readonly StringsByLanguage[]): EnvironmentProviders {
  return makeEnvironmentProviders([
    provideTransloco({
      config: {
        availableLangs: [DEFAULT_LANGUAGE],
        defaultLang: DEFAULT_LANGUAGE,
        fallbackLang: DEFAULT_LANGUAGE,
        reRenderOnLangChange: true,
        prodMode: !isDevMode(),
      },
      loader: StringsLoader,
    }),
    provideAppInitializer(() => {
      const strings = inject(Strings);
      for (const part of parts) strings.register(part);
      return firstValueFrom(inject(TranslocoService).load(DEFAULT_LANGUAGE));
    }),
  ]);
}

@Injectable()
class StringsLoader implements TranslocoLoader {
  private readonly strings = inject(Strings);

  getTranslation(language: string): ReturnType<Strings['getTranslation']> {
    return this.strings.getTranslation(language);
  }
}
