import type { Thread } from '../types';
import { ARABIC } from './arabic';
import { ENGLISH_APP } from './english-app';
import { ENGLISH_BATTERY } from './english-battery';
import { ENGLISH_BILLING } from './english-billing';
import { ENGLISH_DELIVERY } from './english-delivery';
import { ENGLISH_GENERAL } from './english-general';
import { ENGLISH_LONG } from './english-long';
import { ENGLISH_REPAIRS } from './english-repairs';
import { ENGLISH_SECURITY } from './english-security';
import { ENGLISH_WARRANTY } from './english-warranty';
import { FRENCH } from './french';
import { GERMAN } from './german';
import { HINDI } from './hindi';
import { JAPANESE } from './japanese';
import { PORTUGUESE } from './portuguese';
import { SPANISH } from './spanish';

export const THREADS: readonly Thread[] = [
  ...ENGLISH_BATTERY,
  ...ENGLISH_APP,
  ...ENGLISH_DELIVERY,
  ...ENGLISH_BILLING,
  ...ENGLISH_REPAIRS,
  ...ENGLISH_WARRANTY,
  ...ENGLISH_SECURITY,
  ...ENGLISH_GENERAL,
  ENGLISH_LONG,
  ...GERMAN,
  ...FRENCH,
  ...SPANISH,
  ...HINDI,
  ...JAPANESE,
  ...PORTUGUESE,
  ...ARABIC,
];
