import type { ActionType, Priority, Role, TicketSource, TicketStatus, TriggerEvent } from '@desk/contracts';

export type Language = 'en' | 'de' | 'fr' | 'es' | 'hi' | 'ja' | 'pt' | 'ar';

export type StaffKey = 'admin' | 'manager' | 'priya' | 'agent' | 'mateus' | 'yuki' | 'omar' | 'ananya';
export type CustomerKey = string;

export type CategoryKey =
  'battery' | 'app' | 'delivery' | 'billing' | 'warranty' | 'repairs' | 'security' | 'general';

export interface Company {
  name: string;
  about: string;
  domain: string;
  departments: readonly string[];
}

interface Person {
  email: string;
  first_name: string;
  last_name: string;
  phone: string;
  timezone_pref: string;
}

export interface StaffMember extends Person {
  key: StaffKey;
  role: Exclude<Role, 'customer'>;
  job_title: string;
  department: string;
  languages: readonly Language[];
  /** Categories this person usually takes. */
  specialities: readonly CategoryKey[];
}

export interface CustomerPerson extends Person {
  key: CustomerKey;
  language: Language;
  /** Empty for a private person. */
  company: string;
  city: string;
  /** ISO 3166 code; decides the currency of amounts. */
  country: string;
  address: string;
}

export interface DemoCategory {
  key: CategoryKey;
  name: string;
  description: string;
  color: string;
}

export interface DemoTag {
  name: string;
  color: string;
}

export interface DemoPolicy {
  name: string;
  description: string;
  priority: Priority;
  response_time_hours: number;
  resolution_time_hours: number;
  escalation_time_hours: number;
  is_active: boolean;
}

/** `agent_key` stands for an agent's id, which exists only once the people are loaded. */
export type DemoActionParams = Readonly<Record<string, string>> & { readonly agent_key?: StaffKey };

export interface DemoRule {
  name: string;
  description: string;
  trigger_event: TriggerEvent;
  conditions: Readonly<Record<string, string | number | boolean>>;
  action_type: ActionType;
  action_params: DemoActionParams;
  priority_order: number;
  is_active: boolean;
  stop_processing: boolean;
}

export interface ScriptedMessage {
  from: 'customer' | 'agent' | 'note';
  text: string;
  /** Hours since the previous message, or since the ticket for the first one. */
  after_hours: number;
  /** A colleague who writes in place of the assigned agent. */
  by?: StaffKey;
  /** The status this message leaves the ticket in, where the usual flow would differ. */
  status?: TicketStatus;
}

/** A conversation written out in full. Texts may hold the slots of `planning/slots.ts`. */
export interface Thread {
  key: string;
  language: Language;
  category: CategoryKey;
  priority: Priority;
  tags: readonly string[];
  title: string;
  description: string;
  messages: readonly ScriptedMessage[];
  outcome: TicketStatus;
  rating?: number;
  feedback?: string;
  customer?: CustomerKey;
  agent?: StaffKey;
  source?: TicketSource;
  escalation?: 1 | 2 | 3;
}

/** The makings of a short ticket; each serves a few times with different slots. */
export interface Seed {
  key: string;
  language: Language;
  category: CategoryKey;
  priority: Priority;
  tags: readonly string[];
  title: string;
  text: string;
  /** What an agent asks back before it can be solved. */
  ask: string;
  /** What solves it. */
  answer: string;
}

/** What is said in every kind of ticket, per language. */
export interface Phrasebook {
  greetings: readonly string[];
  closings: readonly string[];
  /** The agent has begun and will be back. */
  holding: readonly string[];
  /** The customer asks where the answer is. */
  chases: readonly string[];
  thanks: readonly string[];
  praise: readonly string[];
  neutral: readonly string[];
  complaints: readonly string[];
}

export type PlannedActor =
  { kind: 'staff'; key: StaffKey } | { kind: 'customer'; key: CustomerKey } | { kind: 'system' };

export interface PlannedMessage {
  author: Exclude<PlannedActor, { kind: 'system' }>;
  comment_type: 'reply' | 'internal_note';
  content: string;
  at: Date;
}

export interface PlannedStatus {
  status: TicketStatus;
  at: Date;
  by: PlannedActor;
}

export interface PlannedAssignment {
  agent: StaffKey;
  at: Date;
  by: PlannedActor;
}

export interface PlannedEscalation {
  level: number;
  at: Date;
  by: PlannedActor;
  reason: string;
}

export interface PlannedRating {
  rating: number;
  feedback: string;
  at: Date;
}

export interface PlannedTicket {
  /** The same on every run, whatever `now` is. */
  key: string;
  language: Language;
  title: string;
  description: string;
  customer: CustomerKey;
  /** Key of the customer or, as staff write down what came by phone or by email, of an agent. */
  opened_by: string;
  category: CategoryKey;
  priority: Priority;
  source: TicketSource;
  tags: readonly string[];
  created_at: Date;
  /** Replies and notes after the description, in order of time. */
  messages: readonly PlannedMessage[];
  /** In order of time; the last one is `assigned_agent`. */
  assignments: readonly PlannedAssignment[];
  assigned_agent: StaffKey | null;
  /** In order of time, from `open` at creation to `status`. */
  statuses: readonly PlannedStatus[];
  status: TicketStatus;
  resolved_at: Date | null;
  closed_at: Date | null;
  escalations: readonly PlannedEscalation[];
  escalation_level: number;
  rating: PlannedRating | null;
}
