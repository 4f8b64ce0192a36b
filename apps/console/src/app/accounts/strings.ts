import { type StringsByLanguage } from '@desk/web/core';

/** The words of the pages about other people. */
export const PEOPLE_STRINGS: StringsByLanguage = { en: () => import('./i18n/en.json') };
