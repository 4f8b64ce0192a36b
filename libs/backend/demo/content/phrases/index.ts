import type { Language, Phrasebook } from '../types';
import { ARABIC_PHRASES, HINDI_PHRASES, JAPANESE_PHRASES } from './asian-arabic';
import { ENGLISH_PHRASES } from './english';
import { FRENCH_PHRASES, GERMAN_PHRASES, PORTUGUESE_PHRASES, SPANISH_PHRASES } from './european';

export { NOTES } from './english';

export const PHRASES: Record<Language, Phrasebook> = {
  en: ENGLISH_PHRASES,
  de: GERMAN_PHRASES,
  fr: FRENCH_PHRASES,
  es: SPANISH_PHRASES,
  hi: HINDI_PHRASES,
  ja: JAPANESE_PHRASES,
  pt: PORTUGUESE_PHRASES,
  ar: ARABIC_PHRASES,
};
