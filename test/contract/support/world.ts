import type { Role } from '@desk/contracts';
import { CreateUser, type PersonBrief } from '@desk/domains/accounts';
import { SetUserActive } from '@desk/domains/accounts/actions/set-user-active';
import { SecondFactors } from '@desk/domains/accounts/store/second-factors';
import type { ProcessRole } from '@desk/platform/boot';
import { Connections, Database, UnitOfWork } from '@desk/platform/database';
import { SYSTEM } from '@desk/platform/security';

import { showProviderCard } from '../../support/provider-card';
import { createTestDesk, PASSWORD, type TestDesk } from '../../support/test-desk';
import { type OpenApi, type Operation, operationsOf } from './document';

export const PRINCIPALS = [
  'superadmin',
  'manager',
  'agent',
  'colleague',
  'owner',
  'stranger',
  'anonymous',
  'deactivated',
] as const;
export type Principal = (typeof PRINCIPALS)[number];
export type Named = Exclude<Principal, 'anonymous'>;

/**
 * `agent` holds the tickets that are asked for, `colleague` none; `owner` is the customer whose things they are,
 * `stranger` another one; `deactivated` is an agent who has left.
 */
const ROLE_OF: Record<Named, Role> = {
  superadmin: 'superadmin',
  manager: 'manager',
  agent: 'agent',
  colleague: 'agent',
  owner: 'customer',
  stranger: 'customer',
  deactivated: 'agent',
};

export interface Someone {
  id: string;
  email: string;
  password: string;
  token: string;
}

export type Json = Record<string, unknown>;

/** What one call of an operation needs beside who makes it. */
export interface Exercise {
  parameters?: Record<string, string | number>;
  body?: Json;
  file?: Buffer;
  headers?: Record<string, string>;
}

export interface Answer {
  status: number;
  type: string;
  /** Parsed where it is JSON. */
  body: unknown;
  headers: Headers;
}

/** What leaves somebody with a second factor. */
const FACTOR = ['confirmSecondFactor', 'renewRecoveryCodes'];

/** How an operation is called by somebody. */
export type Prepare = (world: World, by: Principal) => Exercise | Promise<Exercise>;

/** Long past a page of tests that runs slowly. */
export const PATIENCE_MS = 60_000;

/** A desk with somebody of every kind. */
export class World {
  readonly people = new Map<Principal, Someone>();
  private numbers = 0;

  private constructor(
    readonly desk: TestDesk,
    readonly document: OpenApi,
    readonly operations: readonly Operation[],
    /** What the set-up answered, which a desk does once. */
    readonly firstSetUp: Answer,
  ) {}

  /** Without the work of the background unless told: nothing moves then but what a request moves. */
  static async start(
    roles: readonly ProcessRole[] = ['http'],
    env: Record<string, string> = {},
  ): Promise<World> {
    const desk = await createTestDesk({ roles, env: { ...(await showProviderCard()), ...env } });
    const document = (await (await fetch(`${desk.url}/api/openapi.json`)).json()) as OpenApi;
    const names = { first_name: 'First', last_name: 'Person' };
    const firstSetUp = await fetchJson(`${desk.url}/api/accounts/setup/`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: 'first@example.com', password: PASSWORD, ...names }),
    });
    const world = new World(desk, document, operationsOf(document), firstSetUp);
    for (const [principal, role] of Object.entries(ROLE_OF)) {
      world.people.set(principal as Principal, await world.hire(role, principal));
    }
    await desk.get(SetUserActive).run(SYSTEM, world.who('deactivated').id, false);
    return world;
  }

  get origin(): string {
    return new URL(this.desk.url).origin;
  }

  operation(id: string): Operation {
    const found = this.operations.find((operation) => operation.id === id);
    if (found === undefined) throw new Error(`The document has no operation ${id}`);
    return found;
  }

  who(principal: Named): Someone {
    const someone = this.people.get(principal);
    if (someone === undefined) throw new Error(`There is no ${principal}`);
    return someone;
  }

  /** A number that nothing else has. */
  next(): number {
    this.numbers += 1;
    return this.numbers;
  }

  async hire(role: Role, name: string): Promise<Someone> {
    const { id, email } = await this.person(role, name, PASSWORD);
    return { id, email, password: PASSWORD, token: await this.desk.signIn(email) };
  }

  /** Somebody who is only spoken of: they have no password. */
  async person(role: Role, name: string = role, password: string | null = null): Promise<PersonBrief> {
    const email = `${name}.${this.next()}@example.com`;
    const names = { first_name: 'Test', last_name: 'Person' };
    return this.desk.get(CreateUser).run(SYSTEM, { email, password, role, ...names });
  }

  /** Calls an operation as the document says. */
  async call(id: string, by: Principal, exercise: Exercise = {}): Promise<Answer> {
    const { method, path } = this.operation(id);
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = exercise.parameters?.[name];
      if (value === undefined) throw new Error(`${id} wants ${name}`);
      return encodeURIComponent(value);
    });
    const headers: Record<string, string> = { ...this.credentials(by), ...exercise.headers };
    let body: string | FormData | undefined;
    if (exercise.file !== undefined) {
      body = new FormData();
      body.set('file', new Blob([new Uint8Array(exercise.file)]), 'note.txt');
      for (const [name, value] of Object.entries(exercise.body ?? {})) body.set(name, JSON.stringify(value));
    } else if (exercise.body !== undefined) {
      body = JSON.stringify(exercise.body);
      headers['Content-Type'] = 'application/json';
    }
    const answer = await fetchJson(this.origin + filled, { method, headers, body });
    const someone = this.people.get(by);
    // Whoever has signed out comes back for what else is asked of them.
    if (id === 'signOut' && answer.status === 204 && someone !== undefined && by !== 'deactivated') {
      someone.token = await this.desk.signIn(someone.email, someone.password);
    }
    // Nobody here has an app to sign in with.
    if (FACTOR.includes(id) && answer.status < 300 && someone !== undefined) {
      await this.desk.get(UnitOfWork).run(() => this.desk.get(SecondFactors).remove(someone.id));
    }
    return answer;
  }

  /** A call that only prepares for another one. */
  async must(id: string, by: Principal, exercise: Exercise = {}): Promise<Json> {
    const answer = await this.call(id, by, exercise);
    if (answer.status >= 300) throw new Error(`${id} by ${by} answers ${JSON.stringify(answer)}`);
    return answer.body as Json;
  }

  credentials(by: Principal): Record<string, string> {
    const token = this.people.get(by)?.token;
    return token === undefined ? {} : { Authorization: `Bearer ${token}` };
  }

  /**
   * The whole content of the database, table by table: equal before and after is "nothing happened". But for the log of
   * writing requests, which tells of those that were refused, too.
   */
  async content(): Promise<Record<string, string[]>> {
    const content: Record<string, string[]> = {};
    for (const { tableName } of this.desk.get(Connections).reader.entityMetadatas) {
      if (tableName === 'request_log') continue;
      const rows = await this.desk.get(Database).rows(`SELECT * FROM ${tableName}`);
      content[tableName] = rows.map((row) => JSON.stringify(row)).sort();
    }
    return content;
  }
}

export async function fetchJson(url: string, request: RequestInit): Promise<Answer> {
  // Where a browser is sent on to is an answer of its own.
  const answer = await fetch(url, { redirect: 'manual', ...request });
  const type = answer.headers.get('Content-Type') ?? '';
  const text = await answer.text();
  const body: unknown = type.includes('json') && text !== '' ? JSON.parse(text) : text;
  return { status: answer.status, type, body, headers: answer.headers };
}
