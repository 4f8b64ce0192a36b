import type { TestingModule } from '@nestjs/testing';
import { Test } from '@nestjs/testing';

import type { Priority } from '@desk/contracts';
import { accountsSchema, CreateUser } from '@desk/domains/accounts';
import { CheckBreaches, CreatePolicy, slaSchema } from '@desk/domains/sla';
import { SlaWorkModule } from '@desk/domains/sla/work/sla-work.module';
import { AddComment, CreateTicket, TicketQueries, ticketsSchema, UpdateTicket } from '@desk/domains/tickets';
import type { TicketFacts, UpdateTicketInput } from '@desk/domains/tickets';
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
import { scheduleSchema } from '@desk/platform/schedule';
import { SYSTEM, type PersonActor } from '@desk/platform/security';
import { StorageModule, storageSchema } from '@desk/platform/storage';

import { actorOf, PASSWORD, SteppedClock } from './test-accounts';
import { TestPlace } from './test-place';

export interface BreachRow {
  breach_type: string;
  policy_id: number | null;
  breached_at: string;
  detected_at: string;
}

/** Sla and the cores it stands on: listeners within take part, nothing runs by itself, nothing is served. */
export class TestSla {
  private constructor(
    private readonly place: TestPlace,
    private readonly module: TestingModule,
    readonly clock: SteppedClock,
    readonly customer: PersonActor,
    readonly agent: PersonActor,
  ) {}

  static async start(): Promise<TestSla> {
    const place = await TestPlace.create();
    const config = Config.from({ ...place.env });
    const clock = new SteppedClock();
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
        BootModule.forRoles([]),
        SlaWorkModule,
      ],
    })
      .overrideProvider(Clock)
      .useValue(clock)
      .compile();
    await migrate(module.get(Connections), config.database, clock.now());
    module.useLogger(false);
    await module.init();
    const person = async (role: 'customer' | 'agent') => {
      const names = { first_name: role, last_name: 'Example' };
      const email = `${role}@example.com`;
      const user = module.get(CreateUser, { strict: false });
      return actorOf(await user.run(SYSTEM, { email, password: PASSWORD, role, ...names }));
    };
    return new TestSla(place, module, clock, await person('customer'), await person('agent'));
  }

  get<T>(type: abstract new (...parameters: never[]) => T): T {
    return this.module.get<T>(type, { strict: false });
  }

  rows<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return this.get(Database).rows<T>(sql, parameters);
  }

  passHours(hours: number): void {
    this.clock.passSeconds(hours * 3600);
  }

  async policy(priority: Priority, responseHours: number, resolutionHours: number): Promise<number> {
    const policy = await this.get(CreatePolicy).run(SYSTEM, {
      name: `${priority} in ${responseHours} and ${resolutionHours}`,
      description: '',
      priority,
      response_time_hours: responseHours,
      resolution_time_hours: resolutionHours,
      escalation_time_hours: 0,
      is_active: true,
    });
    return policy.id;
  }

  ticket(priority: Priority, customer = this.customer): Promise<number> {
    return this.get(CreateTicket).run(customer, {
      title: 'The brake squeals',
      description: 'Since yesterday.',
      priority,
      source: 'web',
      category: null,
      customer: customer.id,
      dueDate: null,
      tags: [],
      uploadIds: [],
    });
  }

  async reply(ticketId: number, actor: PersonActor = this.agent): Promise<void> {
    await this.get(AddComment).run(actor, { ticketId, content: 'We look at it.', commentType: 'reply' });
  }

  async change(ticketId: number, changes: UpdateTicketInput['changes']): Promise<void> {
    await this.get(UpdateTicket).run(this.agent, { ticketId, changes });
  }

  async facts(ticketId: number): Promise<TicketFacts> {
    const facts = await this.get(TicketQueries).facts(ticketId);
    if (facts === null) throw new Error(`There is no ticket ${ticketId}`);
    return facts;
  }

  async sweep(): Promise<number> {
    return (await this.get(CheckBreaches).run(SYSTEM)).breaches;
  }

  breaches(ticketId: number): Promise<BreachRow[]> {
    return this.rows<BreachRow>(
      'SELECT breach_type, policy_id, breached_at, detected_at FROM jrd_sla_breaches WHERE ticket_id = ? ORDER BY id',
      [ticketId],
    );
  }

  /** How many times each breach was told: lines in the trail, events on their way out. */
  async told(ticketId: number): Promise<{ activities: number; events: number }> {
    const count = async (sql: string) => (await this.rows<{ n: number }>(sql, [ticketId]))[0]?.n ?? 0;
    return {
      activities: await count(
        "SELECT COUNT(*) AS n FROM jrd_ticket_activities WHERE activity_type = 'sla_breached' AND ticket_id = ?",
      ),
      events: await count(
        "SELECT COUNT(*) AS n FROM outbox WHERE name = 'sla.breached' AND json_extract(body, '$.payload.ticketId') = ?",
      ),
    };
  }

  async stop(): Promise<void> {
    await this.module.close();
    await this.place.remove();
  }
}
