import type { NotificationType } from '@desk/contracts';

/** Why somebody is told: the strongest reason they have. */
export const REASONS = ['agent', 'manager', 'customer'] as const;
export type Reason = (typeof REASONS)[number];

/**
 * Who hears of what, and under which of the ten types. A row without `customer` is internal: no customer hears of it on
 * any way. Two types have no row, because whoever sends them names the people: `automation`, for notices of rules, and
 * `system`, for the desk's own.
 */
export const RECIPIENTS = {
  ticket_opened: { manager: 'ticket_created' },
  ticket_assigned: { agent: 'ticket_assigned' },
  reply_of_staff: { customer: 'comment_added', agent: 'comment_added' },
  reply_of_customer: { agent: 'comment_added', manager: 'comment_added', customer: 'comment_added' },
  internal_note: { agent: 'comment_added' },
  resolved: { customer: 'ticket_resolved', agent: 'ticket_resolved' },
  status_changed: { customer: 'status_change', agent: 'status_change' },
  priority_changed: { customer: 'priority_change', agent: 'priority_change' },
  escalated: { agent: 'ticket_updated', manager: 'ticket_updated' },
  rated: { agent: 'ticket_updated' },
  details_changed: { agent: 'ticket_updated' },
  deadline_missed: { agent: 'sla_breach', manager: 'sla_breach' },
} as const satisfies Record<string, Partial<Record<Reason, NotificationType>>>;

export type Happening = keyof typeof RECIPIENTS;

export interface People {
  customerId: string;
  agentId: string | null;
  managerIds: readonly string[];
  /** Who did it and needs no telling; null for rules and the desk itself. */
  actorId: string | null;
  /** Told of the same act by another event. */
  toldOtherwise?: readonly string[];
}

export interface Recipient {
  userId: string;
  reason: Reason;
  type: NotificationType;
  happening: Happening;
}

/**
 * The union of everybody with a reason, each once: the first happening that concerns them, for the first reason they
 * have, minus whoever did it. `happenings` begins with the one that matters most.
 */
export function recipientsOf(happenings: readonly Happening[], people: People): Recipient[] {
  const told = new Set([people.actorId, ...(people.toldOtherwise ?? [])]);
  const found: Recipient[] = [];
  for (const happening of happenings) {
    const row: Partial<Record<Reason, NotificationType>> = RECIPIENTS[happening];
    for (const reason of REASONS) {
      const type = row[reason];
      if (type === undefined) continue;
      for (const userId of idsOf(reason, people)) {
        if (told.has(userId)) continue;
        told.add(userId);
        found.push({ userId, reason, type, happening });
      }
    }
  }
  return found;
}

/** Whether anything but the agent and the customer has to be looked up. */
export function concernsManagers(happenings: readonly Happening[]): boolean {
  return happenings.some((happening) => 'manager' in RECIPIENTS[happening]);
}

function idsOf(reason: Reason, { customerId, agentId, managerIds }: People): readonly string[] {
  if (reason === 'manager') return managerIds;
  if (reason === 'customer') return [customerId];
  return agentId === null ? [] : [agentId];
}
