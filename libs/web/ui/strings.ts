import { type StringsByLanguage } from '@desk/web/core';

/** The words of the building blocks. */
export const UI_STRINGS: StringsByLanguage = { en: () => import('./i18n/en.json') };
