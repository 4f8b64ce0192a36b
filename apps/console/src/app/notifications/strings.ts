import { type StringsByLanguage } from '@desk/web/core';

/** The words of the pages about what was sent. */
export const OUTBOX_STRINGS: StringsByLanguage = { en: () => import('./i18n/en.json') };
