import type { DemoCategory } from './types';

export const CATEGORIES: readonly DemoCategory[] = [
  {
    key: 'battery',
    name: 'Battery & charging',
    description: 'Range, charging, V-Pack batteries, chargers and error codes of the power system.',
    color: '#f59e0b',
  },
  {
    key: 'app',
    name: 'App & connectivity',
    description: 'The Velumera Ride app, pairing, Bluetooth, firmware updates and ride data.',
    color: '#6366f1',
  },
  {
    key: 'delivery',
    name: 'Orders & delivery',
    description: 'Order status, delivery dates, changes of address, customs and damage in transit.',
    color: '#0ea5e9',
  },
  {
    key: 'billing',
    name: 'Billing',
    description: 'Invoices, refunds, payment methods and the Ride Plus subscription.',
    color: '#10b981',
  },
  {
    key: 'warranty',
    name: 'Warranty & returns',
    description: 'Warranty claims, the 30-day return and exchanges.',
    color: '#ec4899',
  },
  {
    key: 'repairs',
    name: 'Repairs & parts',
    description: 'Spare parts, maintenance, noises and appointments at partner workshops.',
    color: '#8b5cf6',
  },
  {
    key: 'security',
    name: 'Theft & tracking',
    description: 'Stolen bikes, the Beacon tracker, locks, alarms and changes of owner.',
    color: '#ef4444',
  },
  {
    key: 'general',
    name: 'General questions',
    description: 'Everything before the purchase, suggestions, partnerships and fleets.',
    color: '#64748b',
  },
];
