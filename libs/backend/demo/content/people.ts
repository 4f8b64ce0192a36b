import { ENGLISH_SPEAKERS } from './people/customers-english';
import { GERMAN_AND_FRENCH_SPEAKERS } from './people/customers-german-french';
import { WORLDWIDE } from './people/customers-worldwide';
import type { CustomerPerson } from './types';

export { STAFF } from './people/staff';

export const CUSTOMERS: readonly CustomerPerson[] = [
  ...ENGLISH_SPEAKERS,
  ...GERMAN_AND_FRENCH_SPEAKERS,
  ...WORLDWIDE,
];

/** The one account per role that the start-up message names. */
export const DEMO_LOGINS = {
  superadmin: 'admin@velumera.example',
  manager: 'manager@velumera.example',
  agent: 'agent@velumera.example',
  customer: 'customer@velumera.example',
} as const;
