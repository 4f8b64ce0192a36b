import type { Test as SuperTest } from 'supertest';

import { Database } from '@desk/platform/database';

import { createTestDesk, type TestDesk, type TestDeskOptions, type TestPerson } from './test-desk';

export type Verb = 'get' | 'post' | 'patch' | 'put' | 'delete';
export type Body = Record<string, unknown>;

export const TICKETS = '/desk/api/tickets/tickets';

const ROLES = { customer: 'customer', stranger: 'customer', agent: 'agent', manager: 'manager' } as const;
export type Who = keyof typeof ROLES;

/** The whole desk with one person of each kind signed in as a bearer client, asked for tickets by HTTP. */
export class TestTickets {
  private constructor(
    readonly desk: TestDesk,
    readonly people: Record<Who, TestPerson>,
    private readonly access: Record<Who, string>,
  ) {}

  static async start(options: TestDeskOptions = {}): Promise<TestTickets> {
    const desk = await createTestDesk(options);
    const people = {} as Record<Who, TestPerson>;
    const access = {} as Record<Who, string>;
    for (const who of Object.keys(ROLES) as Who[]) {
      people[who] = await desk.createUser(ROLES[who]);
      access[who] = await desk.signIn(people[who].email);
    }
    return new TestTickets(desk, people, access);
  }

  /** @param path whole, or what follows the address of the tickets. */
  as(who: Who, verb: Verb, path: string): SuperTest {
    const address = path.startsWith('/desk') ? path : `${TICKETS}/${path}`;
    return this.desk.http[verb](address).set('Authorization', `Bearer ${this.access[who]}`);
  }

  async open(changes: Body = {}, by: Who = 'customer'): Promise<Body> {
    const sent = { title: 'The printer is on fire', description: 'Please help', ...changes };
    return (await this.as(by, 'post', TICKETS).send(sent).expect(201)).body as Body;
  }

  comment(by: Who, ticket: Body, body: Body): SuperTest {
    return this.as(by, 'post', `${String(ticket['ticket_id'])}/comment`).send(body);
  }

  async read(by: Who, ticket: Body): Promise<Body> {
    return (await this.as(by, 'get', String(ticket['id'])).expect(200)).body as Body;
  }

  /** The rows of a list below the tickets: the first hundred. */
  async list(by: Who, path: string): Promise<Body[]> {
    const address = `${path}${path.includes('?') ? '&' : '?'}page_size=100`;
    return ((await this.as(by, 'get', address).expect(200)).body as { results: Body[] }).results;
  }

  trail(by: Who, ticket: Body): Promise<Body[]> {
    return this.list(by, `${String(ticket['id'])}/activities`);
  }

  rows<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return this.desk.get(Database).rows<T>(sql, parameters);
  }

  close(): Promise<void> {
    return this.desk.close();
  }
}
