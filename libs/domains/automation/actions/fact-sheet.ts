import { Injectable } from '@nestjs/common';

import { PeopleQueries } from '@desk/domains/accounts';
import { TicketFacts, TicketQueries } from '@desk/domains/tickets';

import { Conditions } from '../model/conditions';
import { type FactSource, Facts, fieldOf } from '../model/fields';
import { Trigger } from '../model/trigger';

/** Reads what rules ask about a ticket, as late as possible and once. */
@Injectable()
export class FactSheets {
  constructor(
    private readonly tickets: TicketQueries,
    private readonly people: PeopleQueries,
  ) {}

  open(trigger: Trigger): FactSheet {
    return new FactSheet(trigger, this.tickets, this.people);
  }
}

/** What is known about one ticket while one event's rules are looked at. */
export class FactSheet {
  private facts: Facts;
  /** Of a comment: no rule changes what was said. */
  private readonly comment: Facts = {};
  private ticket: TicketFacts | null = null;

  constructor(
    private readonly trigger: Trigger,
    private readonly tickets: TicketQueries,
    private readonly people: PeopleQueries,
  ) {
    if (trigger.comment !== undefined) this.comment.comment__author_role = trigger.comment.authorRole;
    this.facts = { ...trigger.known, ...this.comment };
  }

  /** False for an assignment that a rule has taken back since, and has said so by itself. */
  async stands(): Promise<boolean> {
    const { heldBy } = this.trigger;
    return heldBy === undefined || (await this.readTicket())?.assignedAgentId === heldBy;
  }

  /** Reads no more than it takes to say no. */
  async satisfies(conditions: Conditions): Promise<boolean> {
    for (;;) {
      if (conditions.refutedBy(this.facts)) return false;
      const [missing] = conditions.missingFrom(this.facts);
      if (missing === undefined) return conditions.matches(this.facts);
      if (!(await this.read(fieldOf(missing).source))) return false;
    }
  }

  /** After a rule has acted, what was read of the ticket is no longer sure. */
  forget(): void {
    this.ticket = null;
    this.facts = { ...this.comment };
  }

  /** @returns false when there is nothing to read from any more. */
  private async read(source: FactSource): Promise<boolean> {
    if (source === 'comment') return this.readComment();
    const ticket = await this.readTicket();
    if (ticket !== null && source === 'customer') await this.readCustomer(ticket.customerId);
    return ticket !== null;
  }

  private async readComment(): Promise<boolean> {
    const { comment } = this.trigger;
    const text = comment === undefined ? null : await this.tickets.commentText(comment.id);
    if (text === null) return false;
    this.comment.comment__content = text;
    this.facts.comment__content = text;
    return true;
  }

  private async readTicket(): Promise<TicketFacts | null> {
    if (this.ticket !== null) return this.ticket;
    const ticket = await this.tickets.facts(this.trigger.ticketId);
    if (ticket !== null) Object.assign(this.facts, factsOf(ticket));
    this.ticket = ticket;
    return ticket;
  }

  private async readCustomer(customerId: string): Promise<void> {
    const customer = await this.people.find(customerId);
    this.facts.customer__email = customer?.email ?? null;
    this.facts.customer__department = customer?.department ?? null;
  }
}

function factsOf(ticket: TicketFacts): Facts {
  return {
    title: ticket.title,
    description: ticket.description,
    status: ticket.status,
    priority: ticket.priority,
    source: ticket.source,
    category__name: ticket.category?.name ?? null,
    category__slug: ticket.category?.slug ?? null,
    tags: ticket.tags.flatMap((tag) => [tag.name, tag.slug]),
    assigned_agent: ticket.assignedAgentId,
    is_escalated: ticket.isEscalated,
    escalation_level: ticket.escalationLevel,
    csat_rating: ticket.csatRating,
    due_date: ticket.dueDate?.toISOString() ?? null,
  };
}
