import { type StringsByLanguage } from '@desk/web/core';

export const INVITATION_STRINGS: StringsByLanguage = { en: () => import('./i18n/en.json') };
