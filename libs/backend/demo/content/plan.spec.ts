import { CATEGORIES } from './categories';
import { THREADS } from './conversations';
import { CUSTOMERS, DEMO_LOGINS, STAFF } from './people';
import { planTickets } from './plan';
import { POLICIES } from './policies';
import { RULES } from './rules';
import { SEEDS } from './seeds';
import { TAGS } from './tags';
import type { PlannedTicket } from './types';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MOMENTS = ['2026-03-11T10:20:00Z', '2026-08-16T00:04:00Z', '2027-01-01T23:59:59Z'].map(
  (at) => new Date(at),
);

function share(tickets: readonly PlannedTicket[], holds: (ticket: PlannedTicket) => boolean): number {
  return tickets.filter(holds).length / tickets.length;
}

function resolutionDeadline({ created_at, priority }: PlannedTicket): number {
  const hours = POLICIES.find((policy) => policy.priority === priority)?.resolution_time_hours ?? 0;
  return created_at.getTime() + hours * HOUR;
}

function unsolved({ status }: PlannedTicket): boolean {
  return status === 'open' || status === 'in_progress';
}

describe('the written material', () => {
  it('has the people it promises', () => {
    expect(STAFF.map(({ role }) => role).sort()).toEqual([
      ...Array<string>(5).fill('agent'),
      'manager',
      'manager',
      'superadmin',
    ]);
    expect(CUSTOMERS).toHaveLength(40);
    const people = [...STAFF, ...CUSTOMERS];
    expect(new Set(people.map(({ key }) => key)).size).toBe(48);
    expect(new Set(people.map(({ email }) => email)).size).toBe(48);
    for (const { email } of people) expect(email).toMatch(/^[a-z0-9.]+@[a-z-]+\.example$/);
    for (const login of Object.values(DEMO_LOGINS)) expect(people.map(({ email }) => email)).toContain(login);
  });

  it('has enough conversations, one of them long', () => {
    expect(THREADS.length).toBeGreaterThanOrEqual(60);
    expect(SEEDS.length).toBeGreaterThanOrEqual(40);
    expect(new Set([...THREADS, ...SEEDS].map(({ key }) => key)).size).toBe(THREADS.length + SEEDS.length);
    expect(Math.max(...THREADS.map(({ messages }) => messages.length))).toBeGreaterThanOrEqual(30);
    for (const { rating, outcome } of THREADS) {
      if (rating !== undefined) expect(['resolved', 'closed']).toContain(outcome);
    }
  });

  it('ends each conversation in a way that suits its outcome', () => {
    const last = (key: string): string | undefined =>
      THREADS.find((thread) => thread.key === key)?.messages.findLast(({ from }) => from !== 'note')?.from;
    for (const { key, outcome } of THREADS) {
      if (outcome === 'open') expect([key, last(key) ?? 'customer']).toEqual([key, 'customer']);
      if (outcome === 'pending') expect([key, last(key)]).toEqual([key, 'agent']);
      if (outcome === 'resolved' || outcome === 'closed') expect(last(key)).toBeDefined();
    }
  });

  it('has rules for urgent tickets that assign somebody and add a tag', () => {
    const urgent = RULES.filter(
      ({ trigger_event, conditions, is_active }) =>
        is_active && trigger_event === 'ticket_created' && conditions['priority'] === 'urgent',
    );
    expect(urgent.map(({ action_type }) => action_type)).toEqual(['assign_agent', 'add_tag']);
    for (const { action_params } of RULES) {
      if (action_params.agent_key) expect(STAFF.map(({ key }) => key)).toContain(action_params.agent_key);
      if (action_params['tag']) expect(TAGS.map(({ name }) => name)).toContain(action_params['tag']);
    }
  });

  it('has one policy per priority', () => {
    expect(POLICIES.map(({ priority }) => priority).sort()).toEqual(['high', 'low', 'medium', 'urgent']);
  });
});

describe.each(MOMENTS)('the plan for %s', (now) => {
  const tickets = planTickets(now);

  it('is the same every time', () => {
    expect(planTickets(new Date(now))).toEqual(tickets);
  });

  it('has about 300 tickets in every state', () => {
    expect(tickets.length).toBeGreaterThanOrEqual(290);
    expect(tickets.length).toBeLessThanOrEqual(310);
    expect(new Set(tickets.map(({ key }) => key)).size).toBe(tickets.length);
    const shares = { open: 0.22, in_progress: 0.18, pending: 0.15, resolved: 0.25, closed: 0.2 };
    for (const [state, wanted] of Object.entries(shares)) {
      expect(share(tickets, ({ status }) => status === state)).toBeCloseTo(wanted, 1);
    }
  });

  it('spreads them over 90 days, with more of late', () => {
    const ages = tickets.map(({ created_at }) => (now.getTime() - created_at.getTime()) / DAY);
    expect(Math.max(...ages)).toBeLessThanOrEqual(91);
    expect(Math.max(...ages)).toBeGreaterThan(80);
    expect(ages.filter((age) => age < 0.25).length).toBeGreaterThanOrEqual(5);
    for (let week = 0; week < 12; week++) {
      expect(ages.filter((age) => age >= week * 7 && age < week * 7 + 7).length).toBeGreaterThan(2);
    }
    expect(ages.filter((age) => age < 30).length).toBeGreaterThan(ages.filter((age) => age >= 60).length * 2);
  });

  it('keeps instants in order and out of the future', () => {
    for (const ticket of tickets) {
      const { created_at, messages, statuses, assignments, escalations, rating, resolved_at, closed_at } =
        ticket;
      for (const list of [messages, statuses, assignments, escalations]) {
        const instants = [created_at, ...list.map(({ at }) => at)].map((at) => at.getTime());
        expect([ticket.key, instants]).toEqual([ticket.key, [...instants].sort((one, other) => one - other)]);
        expect(instants.at(-1)).toBeLessThanOrEqual(now.getTime());
      }
      if (rating) {
        expect(rating.at.getTime()).toBeGreaterThanOrEqual(resolved_at?.getTime() ?? Infinity);
        expect(rating.at.getTime()).toBeLessThanOrEqual(now.getTime());
      }
      if (closed_at) expect(closed_at.getTime()).toBeGreaterThanOrEqual(resolved_at?.getTime() ?? Infinity);
      const heard = messages.at(-1);
      if (resolved_at && heard) expect(heard.at.getTime()).toBeLessThanOrEqual(resolved_at.getTime());
    }
  });

  it('has a history that leads from open to the final state', () => {
    for (const { statuses, status, created_at, resolved_at, closed_at } of tickets) {
      expect(statuses[0]).toMatchObject({ status: 'open', at: created_at });
      expect(statuses.at(-1)?.status).toBe(status);
      statuses.slice(1).forEach((entry, index) => expect(entry.status).not.toBe(statuses[index]?.status));
      expect(resolved_at !== null).toBe(status === 'resolved' || status === 'closed');
      expect(closed_at !== null).toBe(status === 'closed');
    }
  });

  it('refers only to what exists', () => {
    const staff = STAFF.map(({ key }) => key as string);
    const customers = new Map(CUSTOMERS.map((person) => [person.key, person]));
    const categories = CATEGORIES.map(({ key }) => key);
    const tags = TAGS.map(({ name }) => name);
    for (const ticket of tickets) {
      expect(customers.get(ticket.customer)?.language).toBe(ticket.language);
      expect(categories).toContain(ticket.category);
      for (const tag of ticket.tags) expect(tags).toContain(tag);
      expect(new Set(ticket.tags).size).toBe(ticket.tags.length);
      for (const { author } of ticket.messages) {
        if (author.kind === 'customer') expect(author.key).toBe(ticket.customer);
        else expect(staff).toContain(author.key);
      }
      expect(ticket.assignments.at(-1)?.agent ?? null).toBe(ticket.assigned_agent);
      expect(ticket.escalations.map(({ level }) => level)).toEqual(
        [1, 2, 3].slice(0, ticket.escalation_level),
      );
    }
    expect(new Set(tickets.map(({ customer }) => customer)).size).toBe(40);
  });

  it('leaves no slot unfilled and repeats no title more than twice', () => {
    for (const { title, description, messages } of tickets) {
      const text = [title, description, ...messages.map(({ content }) => content)].join('');
      expect(text).not.toMatch(/[{}]/);
      expect(title.length).toBeLessThanOrEqual(300);
    }
    const counts = new Map<string, number>();
    for (const { title } of tickets) counts.set(title, (counts.get(title) ?? 0) + 1);
    expect(Math.max(...counts.values())).toBeLessThanOrEqual(2);
  });

  it('speaks all eight languages, English most', () => {
    const languages = ['en', 'de', 'fr', 'es', 'hi', 'ja', 'pt', 'ar'];
    for (const language of languages) {
      expect(tickets.filter((ticket) => ticket.language === language).length).toBeGreaterThanOrEqual(10);
    }
    expect(share(tickets, ({ language }) => language === 'en')).toBeGreaterThan(0.5);
  });

  it('has something of everything that needs attention', () => {
    const left = (ticket: PlannedTicket): number => resolutionDeadline(ticket) - now.getTime();
    expect(tickets.filter((ticket) => unsolved(ticket) && left(ticket) < 0).length).toBeGreaterThan(5);
    expect(share(tickets.filter(unsolved), (ticket) => left(ticket) < 0)).toBeLessThan(0.4);
    const soon = tickets.filter((ticket) => unsolved(ticket) && left(ticket) > 0 && left(ticket) < 8 * HOUR);
    expect(soon.length).toBeGreaterThanOrEqual(5);
    expect(tickets.filter(({ assigned_agent }) => assigned_agent === null).length).toBeGreaterThanOrEqual(15);
    for (const level of [1, 2, 3]) {
      expect(tickets.some(({ escalation_level }) => escalation_level === level)).toBe(true);
    }
    for (const source of ['web', 'email', 'phone', 'api']) {
      expect(tickets.filter((ticket) => ticket.source === source).length).toBeGreaterThan(3);
    }
    const solved = tickets.filter(({ resolved_at }) => resolved_at !== null);
    expect(share(solved, ({ rating }) => rating !== null)).toBeGreaterThan(0.5);
    expect(share(solved, ({ rating }) => rating !== null)).toBeLessThan(0.7);
  });
});
