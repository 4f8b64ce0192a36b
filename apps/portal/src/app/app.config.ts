import { type ApplicationConfig } from '@angular/core';
import { provideStepUp } from '@desk/web/accounts';
import { provideWeb } from '@desk/web/core';
import { UI_STRINGS, provideIcons } from '@desk/web/ui';
import { routes } from './app.routes';

export const appConfig: ApplicationConfig = {
  providers: [
    provideWeb({ app: 'portal', routes, strings: [UI_STRINGS, { en: () => import('../i18n/en.json') }] }),
    provideIcons(),
    provideStepUp(),
  ],
};
