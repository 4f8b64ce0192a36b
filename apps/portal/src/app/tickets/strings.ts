import { type StringsByLanguage } from '@desk/web/core';

export const TICKET_STRINGS: StringsByLanguage = { en: () => import('./i18n/en.json') };
