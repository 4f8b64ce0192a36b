import { type TicketChanges } from '@desk/domains/tickets';

import { type FieldName } from './fields';

/** The conditions' names for what an event says has changed. */
const FIELDS_OF: Record<keyof TicketChanges, readonly FieldName[]> = {
  title: ['title'],
  description: ['description'],
  status: ['status'],
  priority: ['priority'],
  category_id: ['category__name', 'category__slug'],
  assigned_agent_id: ['assigned_agent'],
  due_date: ['due_date'],
  escalation_level: ['escalation_level', 'is_escalated'],
  tags: ['tags'],
  csat_rating: ['csat_rating'],
};

/** Whatever a change may touch. */
export const CHANGEABLE: ReadonlySet<FieldName> = new Set(Object.values(FIELDS_OF).flat());

export function changedFields(changes: TicketChanges): ReadonlySet<FieldName> {
  return new Set((Object.keys(changes) as (keyof TicketChanges)[]).flatMap((key) => FIELDS_OF[key]));
}
