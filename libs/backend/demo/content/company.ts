import type { Company } from './types';

/**
 * What the texts take for granted: the Sorrel S2 (city), Hollin C1 (cargo) and Pirrin F1 (folding) e-bikes, the
 * V-Pack 500 and 720 batteries, the Beacon tracker, the Velumera Ride app and its subscription, Ride Plus.
 */
export const COMPANY: Company = {
  name: 'Velumera',
  about:
    'Velumera builds connected e-bikes for the city, with swappable batteries, a built-in tracker and an app that keeps them running.',
  domain: 'velumera.example',
  departments: [
    'Operations',
    'Customer Support',
    'Technical Support',
    'Orders & Billing',
    'Workshop Network',
  ],
};
