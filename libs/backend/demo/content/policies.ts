import type { DemoPolicy } from './types';

/** The plan counts these hours round the clock. */
export const POLICIES: readonly DemoPolicy[] = [
  {
    name: 'Urgent: safety and theft',
    description: 'Someone could get hurt, or a bike is on the move without its owner.',
    priority: 'urgent',
    response_time_hours: 1,
    resolution_time_hours: 12,
    escalation_time_hours: 4,
    is_active: true,
  },
  {
    name: 'High: the bike does not ride',
    description: 'The customer cannot use what was paid for.',
    priority: 'high',
    response_time_hours: 4,
    resolution_time_hours: 72,
    escalation_time_hours: 24,
    is_active: true,
  },
  {
    name: 'Standard',
    description: 'What most questions and faults get.',
    priority: 'medium',
    response_time_hours: 12,
    resolution_time_hours: 168,
    escalation_time_hours: 96,
    is_active: true,
  },
  {
    name: 'Low: questions and ideas',
    description: 'Nothing is broken; answered within two days, not escalated by itself.',
    priority: 'low',
    response_time_hours: 48,
    resolution_time_hours: 336,
    escalation_time_hours: 0,
    is_active: true,
  },
];
