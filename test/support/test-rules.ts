import type { Abstract, Provider, Type } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';

import type { Role, RuleLogStatus } from '@desk/contracts';
import { AccountsModule, accountsSchema, CreateUser } from '@desk/domains/accounts';
import { SetUserActive } from '@desk/domains/accounts/actions/set-user-active';
import { UpdateUser } from '@desk/domains/accounts/actions/update-user';
import { Users } from '@desk/domains/accounts/store/users';
import { AutomationModule, automationSchema, CreateRule, type NewRule } from '@desk/domains/automation';
import { NotificationsModule, notificationsSchema } from '@desk/domains/notifications';
import { SlaModule, slaSchema } from '@desk/domains/sla';
import {
  CreateTicket,
  type CreateTicketInput,
  type TicketFacts,
  TicketQueries,
  TicketsModule,
  ticketsSchema,
} from '@desk/domains/tickets';
import { BootModule } from '@desk/platform/boot';
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
import { RealtimeModule } from '@desk/platform/realtime';
import { scheduleSchema } from '@desk/platform/schedule';
import { type PersonActor, SYSTEM } from '@desk/platform/security';
import { StorageModule, storageSchema } from '@desk/platform/storage';

import { actorOf, SteppedClock } from './test-accounts';
import { TestPlace } from './test-place';

const schema = joinSchemas([
  databaseSchema,
  eventsSchema,
  queueSchema,
  mailSchema,
  scheduleSchema,
  storageSchema,
  accountsSchema,
  ticketsSchema,
  slaSchema,
  notificationsSchema,
  automationSchema,
]);

export interface Logged {
  rule: string;
  status: RuleLogStatus;
  action_taken: string;
  error_message: string;
}

/** The cores from accounts up to automation on a SQLite file of their own, with a clock that is moved by hand. */
export class TestRules {
  private people = 0;

  private constructor(
    private readonly place: TestPlace,
    private readonly module: TestingModule,
    readonly clock: SteppedClock,
  ) {}

  /** @param providers more listeners, for instance one that refuses. */
  static async start(providers: Provider[] = []): Promise<TestRules> {
    const place = await TestPlace.create();
    const config = Config.from({ ...place.env, LOG_LEVEL: 'silent' });
    const clock = new SteppedClock();
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
        RealtimeModule.withSockets(),
        BootModule.forRoles([]),
        AccountsModule,
        TicketsModule,
        SlaModule,
        NotificationsModule,
        AutomationModule,
      ],
      providers,
    })
      .overrideProvider(Clock)
      .useValue(clock)
      .compile();
    await migrate(module.get(Connections), config.database, clock.now());
    await module.init();
    return new TestRules(place, module, clock);
  }

  get<T>(type: Type<T> | Abstract<T>): T {
    return this.module.get<T>(type, { strict: false });
  }

  rows<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return this.get(Database).rows<T>(sql, parameters);
  }

  async person(role: Role, department = ''): Promise<PersonActor> {
    const email = `${role}${++this.people}@example.com`;
    const names = { first_name: role, last_name: String(this.people), department };
    return actorOf(await this.get(CreateUser).run(SYSTEM, { email, password: null, role, ...names }));
  }

  /** For a spec that steps between the reading and the writing of a person. */
  get users(): Users {
    return this.get(Users);
  }

  async deactivate(person: PersonActor): Promise<void> {
    await this.get(SetUserActive).run(SYSTEM, person.id, false);
  }

  async activate(person: PersonActor): Promise<void> {
    await this.get(SetUserActive).run(SYSTEM, person.id, true);
  }

  async become(person: PersonActor, role: Role): Promise<void> {
    await this.get(UpdateUser).run(SYSTEM, person.id, { role });
  }

  /** Runs after the rules made before it, unless it says otherwise. */
  rule(rule: Partial<NewRule> & Pick<NewRule, 'action_type'>): Promise<string> {
    const name = rule.name ?? `${rule.action_type} on ${rule.trigger_event ?? 'ticket_created'}`;
    return this.get(CreateRule).run(SYSTEM, { trigger_event: 'ticket_created', ...rule, name });
  }

  async ticket(customer: PersonActor, changes: Partial<CreateTicketInput> = {}): Promise<TicketFacts> {
    const id = await this.get(CreateTicket).run(customer, {
      title: 'Battery does not charge',
      description: 'Since yesterday.',
      priority: 'medium',
      source: 'web',
      category: null,
      customer: customer.id,
      dueDate: null,
      tags: [],
      uploadIds: [],
      ...changes,
    });
    return this.facts(id);
  }

  async facts(ticketId: number): Promise<TicketFacts> {
    const facts = await this.get(TicketQueries).facts(ticketId);
    if (facts === null) throw new Error(`No ticket ${ticketId}`);
    return facts;
  }

  /** Oldest first. */
  log(): Promise<Logged[]> {
    return this.rows<Logged>(
      'SELECT rule_name AS rule, status, action_taken, error_message FROM jrd_automation_logs ORDER BY id',
    );
  }

  async stop(): Promise<void> {
    await this.module.close();
    await this.place.remove();
  }
}
