import type { Seed } from '../types';
import { ENGLISH_BATTERY_AND_APP } from './english-battery-app';
import { ENGLISH_ORDERS_AND_BILLING } from './english-orders-billing';
import { ENGLISH_SERVICE } from './english-service';
import { GERMAN_AND_FRENCH_SEEDS } from './german-french';
import { HINDI_JAPANESE_AND_ARABIC_SEEDS } from './hindi-japanese-arabic';
import { SPANISH_AND_PORTUGUESE_SEEDS } from './spanish-portuguese';

export const SEEDS: readonly Seed[] = [
  ...ENGLISH_BATTERY_AND_APP,
  ...ENGLISH_ORDERS_AND_BILLING,
  ...ENGLISH_SERVICE,
  ...GERMAN_AND_FRENCH_SEEDS,
  ...SPANISH_AND_PORTUGUESE_SEEDS,
  ...HINDI_JAPANESE_AND_ARABIC_SEEDS,
];
