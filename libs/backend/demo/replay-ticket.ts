import { type INestApplicationContext } from '@nestjs/common';

import {
  AddComment,
  AssignTicket,
  CreateTicket,
  EscalateTicket,
  RateTicket,
  UpdateTicket,
} from '@desk/domains/tickets';
import { UnitOfWork } from '@desk/platform/database';
import { type Actor, type PersonActor, SYSTEM } from '@desk/platform/security';

import type { PlannedActor, PlannedTicket } from './content';
import { type DemoPeople } from './load-people';

/** One thing that happened, to be done again at its time. */
export interface Step {
  at: Date;
  run: () => Promise<void>;
}

/** A planned ticket as calls of the real actions, so that its trail, clocks and search are what they would have been. */
export function stepsOf(
  app: INestApplicationContext,
  plan: PlannedTicket,
  people: DemoPeople,
  category: number,
): Step[] {
  let ticketId = 0;
  const get = <T>(type: new (...parameters: never[]) => T): T => app.get<T>(type, { strict: false });
  const actor = (by: PlannedActor): Actor => (by.kind === 'system' ? SYSTEM : people.actor(by.key));
  const customer = people.actor(plan.customer);
  const create = async () => {
    const { title, description, priority, source } = plan;
    const fields = { title, description, priority, source, category, dueDate: null, uploadIds: [] };
    ticketId = await get(CreateTicket).run(people.actor(plan.opened_by), {
      ...fields,
      customer: customer.id,
      tags: plan.tags,
    });
  };
  return [
    { at: plan.created_at, run: create },
    ...plan.assignments.map(({ agent, at, by }) => ({
      at,
      run: async () => {
        await get(AssignTicket).run(actor(by), { ticketId, agentId: people.actor(agent).id });
      },
    })),
    ...plan.messages.map(({ author, comment_type, content, at }) => ({
      at,
      run: async () => {
        await get(AddComment).run(actor(author), { ticketId, content, commentType: comment_type });
      },
    })),
    ...plan.escalations.map(({ at, by, reason }) => ({
      at,
      run: async () => {
        await get(EscalateTicket).run(actor(by), { ticketId, reason });
      },
    })),
    ...plan.statuses.slice(1).map(({ status, at, by }) => ({
      at,
      run: () => moveTo(app, actor(by), ticketId, status),
    })),
    ...(plan.rating === null ? [] : [{ at: plan.rating.at, run: () => rate(plan, customer) }]),
  ];

  async function rate({ rating }: PlannedTicket, by: PersonActor): Promise<void> {
    if (rating === null) return;
    await get(RateTicket).run(by, { ticketId, rating: rating.rating, feedback: rating.feedback });
  }
}

/** A plan may let a customer take a ticket where only a reply would; the desk itself then moves it. */
async function moveTo(
  app: INestApplicationContext,
  actor: Actor,
  ticketId: number,
  status: PlannedTicket['status'],
): Promise<void> {
  const update = app.get(UpdateTicket, { strict: false });
  const move = { ticketId, changes: { status } };
  const { ok } = await app.get(UnitOfWork).attempt(() => update.run(actor, move));
  if (!ok) await update.run(SYSTEM, move);
}
