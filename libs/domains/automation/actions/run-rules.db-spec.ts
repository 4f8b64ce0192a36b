import { Injectable } from '@nestjs/common';

import { TICKET_STATUSES } from '@desk/contracts';
import { CheckBreaches, CreatePolicy } from '@desk/domains/sla';
import {
  AddComment,
  AddTags,
  AssignTicket,
  EscalateTicket,
  RateTicket,
  TicketChanged,
  type TicketChanges,
  UpdateTicket,
  type UpdateTicketInput,
} from '@desk/domains/tickets';
import { conflict, type DomainError } from '@desk/platform/errors';
import { type DeskEvent, Within } from '@desk/platform/events';
import { type PersonActor, SYSTEM } from '@desk/platform/security';

import { TestRules } from '../../../../test/support/test-rules';
import { UpdateRule } from './update-rule';

const REFUSED = 'urgent';

interface Said {
  payload: { changes: TicketChanges };
}

/** Says no to what a rule did, after it did it. */
@Injectable()
class Refusal {
  @Within(TicketChanged, { order: 90 })
  async changed({ actor, payload }: DeskEvent<{ changes: TicketChanges }>): Promise<void> {
    if (actor.kind === 'rule' && payload.changes.priority?.after === REFUSED) {
      throw conflict('refused', 'Refused after the writes');
    }
  }
}

let desk: TestRules;
let customer: PersonActor;
let agent: PersonActor;
let manager: PersonActor;

beforeEach(async () => {
  desk = await TestRules.start([Refusal]);
  customer = await desk.person('customer', 'Purchasing');
  agent = await desk.person('agent');
  manager = await desk.person('manager');
});

afterEach(() => desk.stop());

const note = (ticketId: number, content: string, actor = agent) =>
  desk.get(AddComment).run(actor, { ticketId, content, commentType: 'internal_note' });
const reprioritise = (ticketId: number, priority: 'low' | 'medium' | 'high' | 'urgent') =>
  desk.get(UpdateTicket).run(agent, { ticketId, changes: { priority } });
const tagNames = async (ticketId: number) => (await desk.facts(ticketId)).tags.map(({ name }) => name);
const outcomes = async () => (await desk.log()).map(({ rule, status }) => `${rule}: ${status}`);

describe('rules for a new ticket', () => {
  it('defect 1: run, inside the transaction that creates it', async () => {
    await desk.rule({
      conditions: { priority: 'urgent' },
      action_type: 'assign_agent',
      action_params: { agent_id: agent.id },
    });
    await desk.rule({
      conditions: { priority: 'urgent' },
      action_type: 'add_tag',
      action_params: { tag: 'urgent-desk' },
    });
    const ticket = await desk.ticket(customer, { priority: 'urgent' });
    expect(ticket.assignedAgentId).toBe(agent.id);
    expect(ticket.tags.map(({ name }) => name)).toEqual(['urgent-desk']);
    expect(await desk.log()).toEqual([
      {
        rule: 'assign_agent on ticket_created',
        status: 'success',
        action_taken: `Assigned to ${agent.name}`,
        error_message: '',
      },
      {
        rule: 'add_tag on ticket_created',
        status: 'success',
        action_taken: 'Added the tag urgent-desk',
        error_message: '',
      },
    ]);
  });

  it('defect 4: assigning leaves the ticket in a status of the set', async () => {
    await desk.rule({ action_type: 'assign_agent', action_params: { agent_id: agent.id } });
    const ticket = await desk.ticket(customer);
    expect(ticket.assignedAgentId).toBe(agent.id);
    expect(TICKET_STATUSES).toContain(ticket.status);
  });

  it('write nothing when they do not match', async () => {
    await desk.rule({
      conditions: { priority: 'low', customer__department: 'Purchasing' },
      action_type: 'escalate',
    });
    const ticket = await desk.ticket(customer);
    expect(ticket.escalationLevel).toBe(0);
    expect(await desk.log()).toEqual([]);
  });

  it('look at the customer and at tags given with the ticket', async () => {
    const byCustomer = { customer__email: customer.email.toUpperCase(), customer__department: 'purchasing' };
    await desk.rule({ name: 'customer', conditions: byCustomer, action_type: 'escalate' });
    await desk.rule({ name: 'tag', conditions: { tags: 'VIP' }, action_type: 'escalate' });
    const ticket = await desk.ticket(customer, { tags: ['vip'] });
    expect(await outcomes()).toEqual(['customer: success', 'tag: success']);
    expect(ticket.escalationLevel).toBe(2);
  });

  it('run in their order and see what the ones before them have done', async () => {
    await desk.rule({
      name: 'second',
      priority_order: 20,
      conditions: { priority: 'high' },
      action_type: 'add_tag',
      action_params: { tag: 'was high' },
    });
    await desk.rule({
      name: 'first',
      priority_order: 10,
      action_type: 'change_priority',
      action_params: { priority: 'high' },
    });
    const ticket = await desk.ticket(customer);
    expect(await outcomes()).toEqual(['first: success', 'second: success']);
    expect(await tagNames(ticket.id)).toEqual(['was high']);
  });

  it('end with the one that stops processing, once it matches', async () => {
    await desk.rule({
      name: 'not this',
      conditions: { priority: 'low' },
      action_type: 'escalate',
      stop_processing: true,
    });
    await desk.rule({ name: 'this', action_type: 'escalate', stop_processing: true });
    await desk.rule({ name: 'never', action_type: 'escalate' });
    expect((await desk.ticket(customer)).escalationLevel).toBe(1);
    expect(await outcomes()).toEqual(['this: success']);
  });

  it('take a change of the rules at once', async () => {
    const id = await desk.rule({ action_type: 'escalate' });
    expect((await desk.ticket(customer)).escalationLevel).toBe(1);
    await desk.get(UpdateRule).run(manager, { id, changes: { is_active: false } });
    expect((await desk.ticket(customer)).escalationLevel).toBe(0);
  });
});

describe('a rule that fails', () => {
  it('leaves its log row and nothing else; the request and the other rules go on', async () => {
    await desk.rule({
      name: 'nobody there',
      action_type: 'send_notification',
      action_params: { message: 'Look', recipients: 'agent' },
    });
    await desk.rule({ name: 'next', action_type: 'escalate' });
    const ticket = await desk.ticket(customer);
    expect(ticket.escalationLevel).toBe(1);
    const [failed, next] = await desk.log();
    expect(failed).toMatchObject({ status: 'failed', action_taken: '' });
    expect(failed?.error_message).toContain('nobody to notify');
    expect(next).toMatchObject({ rule: 'next', status: 'success' });
  });

  it('leaves nothing of what it had written: no value, no trail, no event', async () => {
    await desk.rule({
      name: 'refused',
      action_type: 'change_priority',
      action_params: { priority: REFUSED },
    });
    await desk.rule({ name: 'next', conditions: { priority: 'medium' }, action_type: 'escalate' });
    const ticket = await desk.ticket(customer);
    expect(ticket.priority).toBe('medium');
    expect(await desk.log()).toEqual([
      { rule: 'refused', status: 'failed', action_taken: '', error_message: 'Refused after the writes' },
      { rule: 'next', status: 'success', action_taken: 'Escalated to level 1', error_message: '' },
    ]);
    const trail = await desk.rows<{ activity_type: string }>(
      'SELECT activity_type FROM jrd_ticket_activities WHERE ticket_id = ? ORDER BY id',
      [ticket.id],
    );
    expect(trail.map(({ activity_type }) => activity_type)).toEqual(['created', 'escalated']);
    const changes = await desk.rows<{ body: string }>(
      "SELECT body FROM outbox WHERE name = 'tickets.changed'",
    );
    expect(changes.map(({ body }) => Object.keys((JSON.parse(body) as Said).payload.changes))).toEqual([
      ['escalation_level'],
    ]);
  });

  it('defect 11: nobody passes level 3, neither a rule nor a person', async () => {
    await desk.rule({ trigger_event: 'ticket_commented', action_type: 'escalate' });
    const ticket = await desk.ticket(customer);
    for (let i = 0; i < 4; i++) await note(ticket.id, `note ${i}`);
    expect((await desk.facts(ticket.id)).escalationLevel).toBe(3);
    expect((await desk.log()).map(({ status }) => status)).toEqual([
      'success',
      'success',
      'success',
      'failed',
    ]);
    await expect(desk.get(EscalateTicket).run(agent, { ticketId: ticket.id })).rejects.toMatchObject({
      code: 'escalation_limit',
    } satisfies Partial<DomainError>);
  });
});

describe('a rule whose target is gone', () => {
  it('is skipped and switched off with the reason, and can be put right', async () => {
    const leaver = await desk.person('agent');
    const id = await desk.rule({ action_type: 'assign_agent', action_params: { agent_id: leaver.id } });
    await desk.deactivate(leaver);
    expect((await desk.ticket(customer)).assignedAgentId).toBeNull();
    const [skipped] = await desk.log();
    expect(skipped).toMatchObject({ status: 'skipped', action_taken: '' });
    const [rule] = await desk.rows<{ is_active: number; disabled_reason: string | null }>(
      'SELECT is_active, disabled_reason FROM jrd_automation_rules WHERE id = ?',
      [id],
    );
    expect(rule?.is_active).toBe(0);
    expect(rule?.disabled_reason).toBe(skipped?.error_message);
    const switchOn = desk.get(UpdateRule).run(manager, { id, changes: { is_active: true } });
    await expect(switchOn).rejects.toMatchObject({ kind: 'invalid' });
    const action_params = { agent_id: agent.id };
    await desk.get(UpdateRule).run(manager, { id, changes: { is_active: true, action_params } });
    expect((await desk.ticket(customer)).assignedAgentId).toBe(agent.id);
  });
});

describe('defect 2: every trigger is wired', () => {
  it('ticket_updated', async () => {
    await desk.rule({
      trigger_event: 'ticket_updated',
      conditions: { priority: 'high' },
      action_type: 'add_tag',
      action_params: { tag: 'x' },
    });
    const ticket = await desk.ticket(customer);
    expect(await tagNames(ticket.id)).toEqual([]);
    await reprioritise(ticket.id, 'high');
    expect(await tagNames(ticket.id)).toEqual(['x']);
  });

  it('ticket_updated, when one of its own fields has changed and not whenever they hold', async () => {
    await desk.rule({
      name: 'unhappy',
      trigger_event: 'ticket_updated',
      conditions: { csat_rating: 1 },
      action_type: 'add_comment',
      action_params: { content: 'A manager calls.' },
    });
    const ticket = await desk.ticket(customer);
    await desk.get(UpdateTicket).run(agent, { ticketId: ticket.id, changes: { status: 'resolved' } });
    await desk.get(RateTicket).run(customer, { ticketId: ticket.id, rating: 1, feedback: '' });
    await reprioritise(ticket.id, 'high');
    await desk.get(AddTags).run(agent, { ticketId: ticket.id, names: ['later'] });
    expect(await outcomes()).toEqual(['unhappy: success']);
  });

  it('ticket_updated, when the last of several conditions comes true', async () => {
    await desk.rule({
      name: 'both',
      trigger_event: 'ticket_updated',
      conditions: { priority: 'high', status: 'pending', source: 'web' },
      action_type: 'escalate',
    });
    const ticket = await desk.ticket(customer);
    const set = (changes: UpdateTicketInput['changes']) =>
      desk.get(UpdateTicket).run(agent, { ticketId: ticket.id, changes });
    await set({ priority: 'high' });
    await set({ title: 'Another title' });
    expect(await outcomes()).toEqual([]);
    await set({ status: 'pending' });
    await set({ title: 'A third title' });
    expect(await outcomes()).toEqual(['both: success']);
  });

  it('ticket_updated, at every change for a rule that only asks about what no change touches', async () => {
    await desk.rule({
      trigger_event: 'ticket_updated',
      conditions: { customer__email: customer.email },
      action_type: 'escalate',
      name: 'theirs',
    });
    const ticket = await desk.ticket(customer);
    await reprioritise(ticket.id, 'high');
    await reprioritise(ticket.id, 'low');
    expect((await outcomes()).filter((each) => each === 'theirs: success')).toHaveLength(2);
  });

  it('ticket_assigned, but not when the agent is taken away', async () => {
    await desk.rule({ trigger_event: 'ticket_assigned', action_type: 'escalate' });
    const ticket = await desk.ticket(customer);
    await desk.get(AssignTicket).run(manager, { ticketId: ticket.id, agentId: agent.id });
    await desk.get(AssignTicket).run(manager, { ticketId: ticket.id, agentId: null });
    expect((await desk.facts(ticket.id)).escalationLevel).toBe(1);
  });

  it('ticket_commented, with the comment and the role of its author', async () => {
    await desk.rule({
      trigger_event: 'ticket_commented',
      conditions: { comment__author_role: 'customer', comment__content: 'please CLOSE' },
      action_type: 'change_status',
      action_params: { status: 'closed' },
    });
    const ticket = await desk.ticket(customer);
    await note(ticket.id, 'Please close');
    expect((await desk.facts(ticket.id)).status).toBe('open');
    await desk
      .get(AddComment)
      .run(customer, { ticketId: ticket.id, content: 'Please close', commentType: 'reply' });
    expect((await desk.facts(ticket.id)).status).toBe('closed');
  });

  it('ticket_commented compares the whole text, however long and marked up', async () => {
    const words = 'all of this was said '.repeat(20).trim();
    await desk.rule({
      trigger_event: 'ticket_commented',
      conditions: { comment__content: words },
      action_type: 'escalate',
    });
    const ticket = await desk.ticket(customer);
    await note(ticket.id, `<p>${words.slice(0, 200)}`);
    await note(ticket.id, `<p><b>${words}</b></p>`);
    expect((await desk.facts(ticket.id)).escalationLevel).toBe(1);
  });

  it('sla_breach, once for each breach', async () => {
    await desk.get(CreatePolicy).run(SYSTEM, {
      name: 'High',
      description: '',
      priority: 'high',
      response_time_hours: 1,
      resolution_time_hours: 4,
      escalation_time_hours: 0,
      is_active: true,
    });
    await desk.rule({
      trigger_event: 'sla_breach',
      conditions: { priority: 'high' },
      action_type: 'escalate',
    });
    const ticket = await desk.ticket(customer, { priority: 'high' });
    desk.clock.passSeconds(3601);
    await desk.get(CheckBreaches).run(SYSTEM);
    await desk.get(CheckBreaches).run(SYSTEM);
    expect((await desk.facts(ticket.id)).escalationLevel).toBe(1);
  });
});

describe('the actions', () => {
  it('defect 3: adding a comment writes an internal note from the documented parameter', async () => {
    await desk.rule({
      name: 'Reminder',
      action_type: 'add_comment',
      action_params: { content: 'Ask for the serial number.' },
    });
    const ticket = await desk.ticket(customer);
    expect(await outcomes()).toEqual(['Reminder: success']);
    expect(
      await desk.rows(
        'SELECT author_id, author_name, content, comment_type FROM jrd_ticket_comments WHERE ticket_id = ?',
        [ticket.id],
      ),
    ).toEqual([
      {
        author_id: null,
        author_name: 'Reminder',
        content: 'Ask for the serial number.',
        comment_type: 'internal_note',
      },
    ]);
    expect(ticket.firstResponseAt).toBeNull();
  });

  it('notify the agent, the customer or the managers, without the name of the rule', async () => {
    const admin = await desk.person('superadmin');
    await desk.rule({ action_type: 'assign_agent', action_params: { agent_id: agent.id } });
    for (const recipients of ['agent', 'customer', 'managers']) {
      await desk.rule({
        name: `secret name ${recipients}`,
        action_type: 'send_notification',
        action_params: { message: `To the ${recipients}`, recipients },
      });
    }
    const ticket = await desk.ticket(customer);
    const notices = await desk.rows<{
      user_id: string;
      title: string;
      message: string;
      notification_type: string;
    }>('SELECT user_id, title, message, notification_type FROM jrd_notifications WHERE ticket_id = ?', [
      ticket.id,
    ]);
    const told = Object.fromEntries(notices.map(({ user_id, message }) => [user_id, message]));
    expect(told).toEqual({
      [agent.id]: 'To the agent',
      [customer.id]: 'To the customer',
      [manager.id]: 'To the managers',
      [admin.id]: 'To the managers',
    });
    expect(new Set(notices.map(({ notification_type }) => notification_type))).toEqual(
      new Set(['automation']),
    );
    expect(notices.map(({ title }) => title).join()).not.toContain('secret');
  });
});

describe('the brake on chains', () => {
  it('ends two rules that answer each other', async () => {
    const on = { trigger_event: 'ticket_updated', action_type: 'change_priority' } as const;
    await desk.rule({
      ...on,
      name: 'ping',
      conditions: { priority: 'high' },
      action_params: { priority: 'low' },
    });
    await desk.rule({
      ...on,
      name: 'pong',
      conditions: { priority: 'low' },
      action_params: { priority: 'high' },
    });
    const ticket = await desk.ticket(customer);
    await reprioritise(ticket.id, 'high');
    // Inside first: ping made it low, pong made it high again, and there ping was held.
    expect(await outcomes()).toEqual(['ping: skipped', 'pong: success', 'ping: success']);
    expect((await desk.facts(ticket.id)).priority).toBe('high');
  });

  it('never lets a rule answer itself', async () => {
    await desk.rule({
      name: 'noter',
      trigger_event: 'ticket_commented',
      action_type: 'add_comment',
      action_params: { content: 'Noted.' },
    });
    const ticket = await desk.ticket(customer);
    await note(ticket.id, 'First');
    expect(await outcomes()).toEqual(['noter: skipped', 'noter: success']);
    const comments = await desk.rows('SELECT id FROM jrd_ticket_comments WHERE ticket_id = ?', [ticket.id]);
    expect(comments).toHaveLength(2);
  });

  it('ends a chain of different rules at depth five', async () => {
    for (let step = 0; step < 7; step++) {
      await desk.rule({
        name: `step ${step}`,
        trigger_event: 'ticket_updated',
        conditions: { tags: `t${step}` },
        action_type: 'add_tag',
        action_params: { tag: `t${step + 1}` },
        stop_processing: true,
        // Each looks at the newest tag first, so that every act leads on to the next rule.
        priority_order: 100 - step,
      });
    }
    const ticket = await desk.ticket(customer, { tags: ['t0'] });
    expect(await tagNames(ticket.id)).toEqual(['t0']);
    await desk.get(AddTags).run(agent, { ticketId: ticket.id, names: ['begin'] });
    expect(await tagNames(ticket.id)).toEqual(['begin', 't0', 't1', 't2', 't3', 't4', 't5']);
    const [deepest] = await desk.log();
    expect(deepest).toMatchObject({ rule: 'step 5', status: 'skipped' });
    expect(deepest?.error_message).toContain('Chain of 5 rules');
  });
});
