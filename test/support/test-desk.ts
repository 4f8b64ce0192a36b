import type { Abstract, Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';

import { BackendModule } from '@desk/backend/backend.module';
import { migrateDatabase } from '@desk/backend/prepare-database';
import type { Role } from '@desk/contracts';
import { CreateUser, type PersonBrief } from '@desk/domains/accounts';
import type { ProcessRole } from '@desk/platform/boot';
import { Config } from '@desk/platform/config';
import { createHttpApp } from '@desk/platform/http';
import { SYSTEM } from '@desk/platform/security';

import { TestPlace } from './test-place';

export const PASSWORD = 'plain-sailing-87';

export interface TestDeskOptions {
  /** Settings that differ from those of a silent desk without limits. */
  env?: Record<string, string>;
  roles?: readonly ProcessRole[];
  webFolder?: string;
  /** What is in the database before anything is served. */
  prepare?: (config: Config) => Promise<unknown>;
}

/** Somebody who can sign in. */
export type TestPerson = PersonBrief & { password: string };

const QUIET = {
  LOG_LEVEL: 'silent',
  // No proxy has to learn that it leaves.
  DRAIN_SECONDS: '0',
  THROTTLE_ANON: '0',
  THROTTLE_USER: '0',
  THROTTLE_LOGIN: '0',
  THROTTLE_SESSION: '0',
};

/** The whole product as its main starts it, listening, on a migrated SQLite file of its own. */
export class TestDesk {
  private people = 0;
  private isStopped = false;

  constructor(
    readonly app: NestFastifyApplication,
    readonly config: Config,
    private readonly place: TestPlace,
    /** With the prefix, without a slash at its end. */
    readonly url: string,
    /** Paths are whole, with the prefix: `desk.http.get('/desk/api/accounts/setup/')`. */
    readonly http: ReturnType<typeof request>,
  ) {}

  /** What a process of its own must be told to share this desk's data. */
  get env(): Readonly<Record<string, string>> {
    return this.place.env;
  }

  get<T>(token: Type<T> | Abstract<T>): T {
    return this.app.get<T>(token, { strict: false });
  }

  /** An access token for `Authorization: Bearer`. */
  async signIn(email: string, password = PASSWORD): Promise<string> {
    const path = `${this.config.urlPrefix}/api/accounts/token/`;
    const answer = await this.http.post(path).send({ email, password }).expect(200);
    return (answer.body as { access: string }).access;
  }

  async createUser(role: Role): Promise<TestPerson> {
    this.people += 1;
    const person = await this.get(CreateUser).run(SYSTEM, {
      email: `${role}${this.people}@example.com`,
      password: PASSWORD,
      first_name: `Test${this.people}`,
      last_name: 'Example',
      role,
    });
    return { ...person, password: PASSWORD };
  }

  /** What it has stored stays until it is closed. */
  async stop(): Promise<void> {
    this.isStopped = true;
    await this.app.close();
  }

  async close(): Promise<void> {
    if (!this.isStopped) await this.stop();
    await this.place.remove();
  }
}

export async function createTestDesk(options: TestDeskOptions = {}): Promise<TestDesk> {
  const place = await TestPlace.create();
  const config = Config.from({ ...place.env, ...QUIET, ...options.env });
  await migrateDatabase(config, new Date());
  await options.prepare?.(config);
  const module = BackendModule.forRoles(config, options.roles ?? ['http', 'work']);
  const app = await createHttpApp(module, config, { webFolder: options.webFolder });
  await app.listen(0, '127.0.0.1');
  const origin = await app.getUrl();
  return new TestDesk(app, config, place, `${origin}${config.urlPrefix}`, request(origin));
}
