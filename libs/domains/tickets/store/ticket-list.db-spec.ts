import type { TicketStatus } from '@desk/contracts';
import { Database, UnitOfWork } from '@desk/platform/database';
import { COUNT_CAP, decodeCursor } from '@desk/platform/http';
import { type Actor, type PersonActor, SYSTEM } from '@desk/platform/security';

import { TestRules } from '../../../../test/support/test-rules';
import { AddComment } from '../actions/add-comment';
import { CreateCategory } from '../actions/create-category';
import { DeleteTicket } from '../actions/delete-ticket';
import { UpdateTicket } from '../actions/update-ticket';
import { Ticket } from '../model/ticket';
import type { TicketFilters } from './ticket-filters';
import { TicketList, type TicketListQuery } from './ticket-list';
import { TICKET_SORTS, type TicketSort } from './ticket-order';

let desk: TestRules;
let anna: PersonActor;
let otto: PersonActor;
let agent: PersonActor;
let category: number;

const STATUSES: TicketStatus[] = ['open', 'in_progress', 'pending', 'resolved', 'closed'];

beforeAll(async () => {
  desk = await TestRules.start();
  [anna, otto, agent] = [
    await desk.person('customer'),
    await desk.person('customer'),
    await desk.person('agent'),
  ];
  category = (await desk.get(CreateCategory).run(SYSTEM, { name: 'Hardware' })).id;
  for (let number = 0; number < 20; number++) {
    desk.clock.passSeconds(60);
    const { id } = await desk.ticket(number % 4 === 0 ? otto : anna, {
      title: `Ticket ${number}`,
      description: `word${number}end`,
      priority: (['low', 'medium', 'high', 'urgent'] as const)[number % 4],
      category: number % 3 === 0 ? category : null,
      dueDate: number % 2 === 0 ? new Date(desk.clock.now().getTime() + number * 3_600_000) : null,
      tags: number % 5 === 0 ? ['Fifth', 'other'] : [],
    });
    const changes = { status: STATUSES[number % 5], assigned_agent: number % 2 === 0 ? agent.id : null };
    await desk.get(UpdateTicket).run(SYSTEM, { ticketId: id, changes });
  }
});

afterAll(() => desk.stop());

const slice = (actor: Actor, query: Partial<TicketListQuery> = {}) =>
  desk
    .get(TicketList)
    .slice(actor, { filters: {}, sort: 'created_at', descending: true, size: 100, page: 1, ...query });

async function numbers(actor: Actor, filters: TicketFilters): Promise<number[]> {
  const { rows, count } = await slice(actor, { filters });
  expect(count).toBe(rows.length);
  return rows.map((row) => Number(row.title.replace('Ticket ', ''))).sort((a, b) => a - b);
}

const where = (is: (number: number) => boolean) => [...Array(20).keys()].filter(is);

describe('filters', () => {
  it.each<[string, () => TicketFilters, (number: number) => boolean]>([
    ['one status', () => ({ status: ['open'] }), (n) => n % 5 === 0],
    ['several states', () => ({ status: ['open', 'closed', 'open'] }), (n) => n % 5 === 0 || n % 5 === 4],
    ['priorities', () => ({ priority: ['low', 'urgent'] }), (n) => n % 4 === 0 || n % 4 === 3],
    ['the category', () => ({ category }), (n) => n % 3 === 0],
    ['the agent', () => ({ assignedAgent: agent.id }), (n) => n % 2 === 0],
    ['nobody', () => ({ assignedAgent: 'none' }), (n) => n % 2 === 1],
    ['the customer', () => ({ customer: otto.id }), (n) => n % 4 === 0],
    ['tags, all of them', () => ({ tags: ['FIFTH', 'other'] }), (n) => n % 5 === 0],
    ['a tag that is not there', () => ({ tags: ['fifth', 'nowhere'] }), () => false],
    ['words', () => ({ search: 'word7end' }), (n) => n === 7],
    ['no words', () => ({ search: '!?' }), () => false],
    ['the source', () => ({ source: ['phone'] }), () => false],
    ['several at once', () => ({ status: ['open'], priority: ['low'] }), (n) => n % 20 === 0],
  ])('by %s', async (_what, filters, is) => {
    expect(await numbers(agent, filters())).toEqual(where(is));
  });

  it('by spans of time, ends included', async () => {
    const { rows } = await slice(agent, { descending: false });
    const at = (index: number) => new Date(`${rows[index]?.created_at.replace(' ', 'T') ?? ''}Z`);
    expect(await numbers(agent, { created: { from: at(3), to: at(5) } })).toEqual([3, 4, 5]);
  });
});

describe('who asks', () => {
  it('decides inside the query: rows, count and search', async () => {
    expect(await numbers(otto, {})).toEqual(where((n) => n % 4 === 0));
    expect(await numbers(otto, { customer: anna.id })).toEqual([]);
    expect(await numbers(otto, { search: 'word7end' })).toEqual([]);
    const counts = await desk.get(TicketList).byStatus(otto);
    expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(5);
  });

  it('decides what words are looked at: a note is found by staff only', async () => {
    const [row] = (await slice(anna)).rows;
    const note = { ticketId: row?.id ?? 0, content: 'xylophone', commentType: 'internal_note' } as const;
    await desk.get(AddComment).run(agent, note);
    expect((await slice(agent, { filters: { search: 'xylophone' } })).count).toBe(1);
    expect((await slice(anna, { filters: { search: 'xylophone' } })).count).toBe(0);
  });

  it('does not matter for what is in the trash', async () => {
    const { id } = await desk.ticket(anna, { title: 'Gone' });
    await desk.get(DeleteTicket).run(SYSTEM, { ticketId: id });
    for (const actor of [SYSTEM, agent, anna]) {
      expect((await slice(actor, { filters: { search: 'gone' } })).rows).toEqual([]);
    }
  });
});

describe('order', () => {
  const walks = TICKET_SORTS.flatMap((sort) =>
    [true, false].map((descending) => [sort, descending] as const),
  );

  it.each(walks)('by %s (descending: %s): pages and a walk bring the same rows', async (sort, descending) => {
    const variants: [Actor, TicketFilters][] = [
      [agent, {}],
      [agent, { status: ['open', 'pending', 'closed'] }],
      [agent, { status: ['open', 'pending'], assignedAgent: agent.id }],
      [anna, {}],
    ];
    for (const [actor, filters] of variants) {
      const all = (await slice(actor, { filters, sort, descending })).rows.map((row) => row.id);
      expect(new Set(all).size).toBe((await slice(actor, { filters })).count);
      expect(await walked(actor, filters, sort, descending)).toEqual(all);
      const pages: number[] = [];
      for (let page = 1; pages.length < all.length; page++) {
        const { rows } = await slice(actor, { filters, sort, descending, size: 3, page });
        pages.push(...rows.map((row) => row.id));
      }
      expect(pages).toEqual(all);
    }
  });

  async function walked(actor: Actor, filters: TicketFilters, sort: TicketSort, descending: boolean) {
    const ids: number[] = [];
    let cursor: TicketListQuery['cursor'] = null;
    for (;;) {
      const { rows, nextCursor } = await slice(actor, { filters, sort, descending, size: 3, cursor });
      ids.push(...rows.map((row) => row.id));
      if (nextCursor === null) return ids;
      cursor = decodeCursor(nextCursor);
    }
  }

  it('by priority begins with the urgent ones, by date ends with those that have none', async () => {
    const byPriority = (await slice(agent, { sort: 'priority' })).rows.map((row) => row.priority_rank);
    expect(byPriority).toEqual([...byPriority].sort((a, b) => b - a));
    for (const descending of [true, false]) {
      const due = (await slice(agent, { sort: 'due_date', descending })).rows.map((row) => row.due_date);
      expect(due.slice(0, 10)).not.toContain(null);
      expect(new Set(due.slice(10))).toEqual(new Set([null]));
    }
  });

  it('refuses a cursor of another list', async () => {
    const cursor = { value: 'nowhere|x', id: 1 };
    await expect(slice(agent, { sort: 'priority', cursor })).rejects.toMatchObject({ kind: 'invalid' });
  });
});

describe('counts', () => {
  it('stop at the cap, and are those of the moment', async () => {
    const many = [...Array(COUNT_CAP).keys()].map((number) =>
      Ticket.open({
        ticketId: `T${number}`,
        title: 'Many',
        description: '',
        priority: 'low',
        categoryId: null,
        customerId: 'nobody',
        source: 'web',
        dueDate: null,
        followUpOf: null,
        at: desk.clock.now(),
      }),
    );
    await desk.get(UnitOfWork).run(async () => {
      const manager = desk.get(Database).write();
      for (let from = 0; from < many.length; from += 500)
        await manager.insert(Ticket, many.slice(from, from + 500));
    });
    expect(await slice(agent, { filters: { customer: 'nobody' }, size: 1 })).toMatchObject({
      count: COUNT_CAP,
      countCapped: false,
    });
    expect(await slice(agent, { size: 1 })).toMatchObject({ count: COUNT_CAP, countCapped: true });
  });
});
