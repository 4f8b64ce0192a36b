import { type StringsByLanguage } from '@desk/web/core';

/** The words of the pages about a person's own account, which both applications show. */
export const ACCOUNT_STRINGS: StringsByLanguage = { en: () => import('./i18n/en.json') };
