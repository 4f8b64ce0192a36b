import type { BreachType } from '@desk/contracts';
import type { TicketChanges } from '@desk/domains/tickets';

import type { Happening, Reason } from './recipients';

/** What a text may speak of. Only what the happening is about is there. */
export interface Told {
  reference: string;
  title: string;
  /** Who did it, as staff know them. */
  actorName: string;
  /** The same for customers: rules and the desk itself go by the desk's name. */
  publicActorName: string;
  changes?: TicketChanges;
  excerpt?: string;
  breachType?: BreachType;
}

export interface NoticeText {
  title: string;
  message: string;
}

/** The words for one recipient. What a customer reads holds nothing internal. */
export function noticeText(happening: Happening, reason: Reason, told: Told): NoticeText {
  const actor = reason === 'customer' ? told.publicActorName : told.actorName;
  return TEXTS[happening]({ ...told, title: apart(told.title) }, apart(actor));
}

const FROM_THE_RIGHT = /[\u0590-\u08ff]/;

/** Hebrew or Arabic within the sentence keeps its own direction and the sentence the other: so Unicode has it. */
function apart(name: string): string {
  return FROM_THE_RIGHT.test(name) ? `\u2068${name}\u2069` : name;
}

type Write = (told: Told, actor: string) => NoticeText;

const TEXTS: Record<Happening, Write> = {
  ticket_opened: ({ reference, title }, actor) => ({
    title: `New ticket ${reference}`,
    message: `${actor} opened “${title}”.`,
  }),
  ticket_assigned: ({ reference, title }, actor) => ({
    title: `${reference} is assigned to you`,
    message: `${actor} assigned “${title}” to you.`,
  }),
  reply_of_staff: (told, actor) => comment(`${actor} replied on ${told.reference}`, told),
  reply_of_customer: (told, actor) => comment(`${actor} replied on ${told.reference}`, told),
  internal_note: (told, actor) => comment(`${actor} noted on ${told.reference}`, told),
  resolved: ({ reference, title }, actor) => ({
    title: `${reference} is resolved`,
    message: `${actor} resolved “${title}”.`,
  }),
  status_changed: (told, actor) => ({
    title: `${told.reference} is now ${words(told.changes?.status?.after)}`,
    message: `${actor} changed “${told.title}”: ${publicChanges(told)}.`,
  }),
  priority_changed: (told, actor) => ({
    title: `Priority of ${told.reference} is now ${words(told.changes?.priority?.after)}`,
    message: `${actor} changed “${told.title}”: ${publicChanges(told)}.`,
  }),
  escalated: ({ reference, title, changes }, actor) => ({
    title: `${reference} is escalated to level ${changes?.escalation_level?.after ?? 1}`,
    message: `${actor} escalated “${title}”.`,
  }),
  rated: ({ reference, title, changes }, actor) => ({
    title: `${reference} is rated ${changes?.csat_rating?.after ?? 0} of 5`,
    message: `${actor} rated “${title}”.`,
  }),
  details_changed: ({ reference, title, changes }, actor) => ({
    title: `${reference} is updated`,
    message: `${actor} changed ${changedDetails(changes)} of “${title}”.`,
  }),
  deadline_missed: ({ reference, title, breachType }) => ({
    title: `SLA breach on ${reference}`,
    message: `The ${words(breachType)} deadline of “${title}” has passed.`,
  }),
};

function comment(title: string, told: Told): NoticeText {
  return { title, message: told.excerpt === undefined || told.excerpt === '' ? told.title : told.excerpt };
}

/** Status and priority in one sentence, for an act that changed both. */
function publicChanges({ changes }: Told): string {
  const parts = [];
  if (changes?.status !== undefined) parts.push(`status from ${arrow(changes.status)}`);
  if (changes?.priority !== undefined) parts.push(`priority from ${arrow(changes.priority)}`);
  return parts.join(', ');
}

function arrow({ before, after }: { before: string; after: string }): string {
  return `${words(before)} to ${words(after)}`;
}

const DETAILS = {
  title: 'the title',
  description: 'the description',
  category_id: 'the category',
  due_date: 'the due date',
};

function changedDetails(changes: TicketChanges = {}): string {
  const names = Object.entries(DETAILS).filter(([key]) => changes[key as keyof typeof DETAILS] !== undefined);
  return names.map(([, name]) => name).join(' and ');
}

/** `in_progress` as people write it. */
function words(value: string | undefined): string {
  return (value ?? '').replaceAll('_', ' ');
}
