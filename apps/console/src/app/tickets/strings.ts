import { type StringsByLanguage } from '@desk/web/core';

/** The words of the ticket pages. */
export const TICKET_STRINGS: StringsByLanguage = { en: () => import('./i18n/en.json') };
