import type { Abstract, Type } from '@nestjs/common';
import type { TestingModule } from '@nestjs/testing';
import { Test } from '@nestjs/testing';

import type { Role } from '@desk/contracts';
import { accountsSchema, AccountsModule, CreateUser } from '@desk/domains/accounts';
import type { PersonBrief } from '@desk/domains/accounts';
import { Clock, ClockModule } from '@desk/platform/clock';
import { Config, ConfigModule } from '@desk/platform/config';
import {
  Connections,
  Database,
  DatabaseModule,
  databaseSchema,
  joinSchemas,
  migrate,
} from '@desk/platform/database';
import { EventsModule, eventsSchema } from '@desk/platform/events';
import { LoggingModule } from '@desk/platform/logging';
import { MailModule, mailSchema } from '@desk/platform/mail';
import { QueueModule, queueSchema } from '@desk/platform/queue';
import { StorageModule, storageSchema } from '@desk/platform/storage';
import { SYSTEM, type PersonActor } from '@desk/platform/security';

import { TestPlace } from './test-place';

/** A clock that stands still until it is moved. */
export class SteppedClock extends Clock {
  private instant = new Date('2026-03-02T09:00:00.000Z').getTime();

  override present(): Date {
    return new Date(this.instant);
  }

  passSeconds(seconds: number): void {
    this.instant += seconds * 1000;
  }
}

export const PASSWORD = 'plain-sailing-87';

/** The core of accounts alone, on a SQLite file of its own: nothing listens, nothing is served. */
export class TestAccounts {
  private constructor(
    private readonly place: TestPlace,
    private readonly module: TestingModule,
    readonly clock: SteppedClock,
  ) {}

  static async start(env: Record<string, string> = {}): Promise<TestAccounts> {
    const place = await TestPlace.create();
    const config = Config.from({ ...place.env, ...env });
    const clock = new SteppedClock();
    const schema = joinSchemas([
      databaseSchema,
      eventsSchema,
      queueSchema,
      storageSchema,
      mailSchema,
      accountsSchema,
    ]);
    const module = await Test.createTestingModule({
      imports: [
        ConfigModule.of(config),
        ClockModule,
        LoggingModule,
        DatabaseModule.forSchema(schema),
        QueueModule.alone(),
        EventsModule,
        MailModule,
        StorageModule,
        AccountsModule,
      ],
    })
      .overrideProvider(Clock)
      .useValue(clock)
      .compile();
    await migrate(module.get(Connections), config.database, clock.now());
    return new TestAccounts(place, module, clock);
  }

  get<T>(type: Type<T> | Abstract<T>): T {
    return this.module.get<T>(type, { strict: false });
  }

  rows<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return this.get(Database).rows<T>(sql, parameters);
  }

  /** Names of the events said so far, oldest first. */
  async events(): Promise<string[]> {
    const rows = await this.rows<{ name: string }>(
      "SELECT name FROM outbox WHERE kind = 'event' ORDER BY id",
    );
    return rows.map((row) => row.name);
  }

  createPerson(role: Role, email: string, password: string | null = PASSWORD): Promise<PersonBrief> {
    const [first_name = ''] = email.split('@');
    return this.get(CreateUser).run(SYSTEM, { email, password, first_name, last_name: 'Example', role });
  }

  async stop(): Promise<void> {
    await this.module.close();
    await this.place.remove();
  }
}

export function actorOf(person: PersonBrief, sessionId: string | null = null): PersonActor {
  const { id, role, email, full_name: name } = person;
  return { kind: 'person', id, role, name, email, sessionId, browser: false };
}
