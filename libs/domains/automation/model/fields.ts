import { PRIORITIES, ROLES, TICKET_SOURCES, TICKET_STATUSES } from '@desk/contracts';

/** What a ticket says about one field while rules look at it. Instants are ISO texts; a list holds any of its values. */
export type FactValue = string | number | boolean | null | readonly string[];
export type Scalar = string | number | boolean;
export type Test = (fact: FactValue) => boolean;

/** Where a fact comes from; what no rule asks for is never read. */
export type FactSource = 'ticket' | 'customer' | 'comment';

interface Kind {
  /** For the message to somebody who wrote another value. */
  readonly expects: string;
  /** The test for a wanted value, or null when the value is not of this kind. */
  readonly testFor: (wanted: Scalar) => Test | null;
}

export interface Field extends Kind {
  readonly source: FactSource;
}

const fold = (text: string): string => text.trim().toLowerCase();

const text: Kind = {
  expects: 'a text',
  testFor: (wanted) => {
    const folded = fold(String(wanted));
    return (fact) => typeof fact === 'string' && fold(fact) === folded;
  },
};

const anyOfTexts: Kind = {
  expects: 'a text',
  testFor: (wanted) => {
    const folded = fold(String(wanted));
    return (fact) => Array.isArray(fact) && fact.some((one: string) => fold(one) === folded);
  },
};

const oneOf = (values: readonly string[]): Kind => ({
  expects: `one of ${values.join(', ')}`,
  testFor: (wanted) => (values.includes(fold(String(wanted))) ? text.testFor(wanted) : null),
});

const id: Kind = {
  expects: 'the id of a person',
  testFor: (wanted) =>
    /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(String(wanted)) ? text.testFor(wanted) : null,
};

const whole: Kind = {
  expects: 'a whole number',
  testFor: (wanted) => {
    if (typeof wanted === 'boolean' || !/^-?\d{1,9}$/.test(String(wanted).trim())) return null;
    return (fact) => fact === Number(wanted);
  },
};

const yesOrNo: Kind = {
  expects: 'true or false',
  testFor: (wanted) => {
    const folded = fold(String(wanted));
    if (folded !== 'true' && folded !== 'false') return null;
    return (fact) => fact === (folded === 'true');
  },
};

/** A date alone means that whole day in UTC. */
const instant: Kind = {
  expects: 'a date or an instant in ISO 8601',
  testFor: (wanted) => {
    const written = String(wanted).trim();
    if (!/^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2}))?$/i.test(written)) return null;
    const time = new Date(written).getTime();
    if (Number.isNaN(time)) return null;
    if (written.length === 10) return (fact) => typeof fact === 'string' && fact.startsWith(written);
    return (fact) => typeof fact === 'string' && new Date(fact).getTime() === time;
  },
};

const of = (source: FactSource, kind: Kind): Field => ({ source, ...kind });

/** All that a condition may look at. Nothing outside this list is reachable, whatever path a condition spells. */
const FIELDS = {
  title: of('ticket', text),
  description: of('ticket', text),
  status: of('ticket', oneOf(TICKET_STATUSES)),
  priority: of('ticket', oneOf(PRIORITIES)),
  source: of('ticket', oneOf(TICKET_SOURCES)),
  category__name: of('ticket', text),
  category__slug: of('ticket', text),
  tags: of('ticket', anyOfTexts),
  assigned_agent: of('ticket', id),
  is_escalated: of('ticket', yesOrNo),
  escalation_level: of('ticket', whole),
  csat_rating: of('ticket', whole),
  due_date: of('ticket', instant),
  customer__email: of('customer', text),
  customer__department: of('customer', text),
  comment__content: of('comment', text),
  comment__author_role: of('comment', oneOf([...ROLES, 'system'])),
} as const satisfies Record<string, Field>;

export type FieldName = keyof typeof FIELDS;

/** What is known so far: a field that was not read yet is absent, one that is empty is null. */
export type Facts = Partial<Record<FieldName, FactValue>>;

export const FIELD_NAMES = Object.keys(FIELDS) as FieldName[];

/** Own keys only: `constructor` and `__proto__` are fields of nothing. */
export function isFieldName(name: string): name is FieldName {
  return Object.hasOwn(FIELDS, name);
}

export function fieldOf(name: FieldName): Field {
  return FIELDS[name];
}

export function isEmpty(fact: FactValue): boolean {
  return fact === null || fact === '' || (Array.isArray(fact) && fact.length === 0);
}
