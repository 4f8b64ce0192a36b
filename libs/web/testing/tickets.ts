import type {
  ActivityView,
  CommentView,
  PersonBriefView,
  TicketDetailView,
  TicketView,
} from '@desk/web/api-client';
import { ANNA } from './people';

const AT = '2026-03-10T09:00:00.000Z';

export const ANNA_BRIEF: PersonBriefView = briefOf('Anna Berg', { id: ANNA.id, role: 'agent' });
export const BEN: PersonBriefView = briefOf('Ben Ode', { role: 'agent' });
export const CARLA: PersonBriefView = briefOf('Carla Customer', { role: 'customer' });

export function briefOf(name: string, change: Partial<PersonBriefView> = {}): PersonBriefView {
  const [first_name = '', last_name = ''] = name.split(' ');
  return {
    id: `id-of-${first_name.toLowerCase()}`,
    name,
    initials: first_name.charAt(0) + last_name.charAt(0),
    email: `${first_name.toLowerCase()}@example.com`,
    avatar: null,
    department: '',
    is_active: true,
    role: 'agent',
    ...change,
  };
}

export function ticketOf(id: number, change: Partial<TicketView> = {}): TicketView {
  return {
    id,
    ticket_id: `JRD-${String(id).padStart(6, '0')}`,
    title: `Ticket ${id}`,
    status: 'open',
    status_color: '#3b82f6',
    priority: 'medium',
    priority_color: '#3b82f6',
    source: 'web',
    category: null,
    tags: [],
    customer: CARLA,
    assigned_agent: null,
    sla_policy: null,
    sla_response_deadline: null,
    sla_resolution_deadline: null,
    sla_response_met: null,
    sla_resolution_met: null,
    sla_response_breached: false,
    sla_resolution_breached: false,
    first_response_at: null,
    resolved_at: null,
    due_date: null,
    is_escalated: false,
    escalation_level: 0,
    csat_rating: null,
    is_overdue: false,
    created_at: AT,
    updated_at: AT,
    version: 1,
    ...change,
  };
}

export function detailOf(id: number, change: Partial<TicketDetailView> = {}): TicketDetailView {
  return {
    ...ticketOf(id),
    description: 'The printer is on fire.',
    csat_feedback: null,
    created_by: change.customer === undefined ? CARLA : change.customer,
    follow_up_of: null,
    ...change,
  };
}

export function commentOf(id: number, change: Partial<CommentView> = {}): CommentView {
  const author = change.author ?? ANNA_BRIEF;
  return {
    id,
    author,
    author_name: author.name,
    content: `Comment ${id}`,
    comment_type: 'reply',
    attachments: [],
    created_at: AT,
    updated_at: AT,
    ...change,
  };
}

export function activityOf(id: number, change: Partial<ActivityView> = {}): ActivityView {
  const actor = change.actor === undefined ? ANNA_BRIEF : change.actor;
  return {
    id,
    activity_type: 'updated',
    about: null,
    actor,
    actor_name: actor?.name ?? 'system',
    old_value: '',
    new_value: '',
    description: '',
    reason: '',
    created_at: AT,
    ...change,
  };
}

/** What the server answers to the first page of a list. */
export function pageOf<T>(results: readonly T[]) {
  return { count: results.length, next: null, previous: null, results };
}

/** The same for a list that is asked for its latest rows first. */
export function latestOf<T>(oldestFirst: readonly T[]) {
  return pageOf([...oldestFirst].reverse());
}
