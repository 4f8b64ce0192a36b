import type { ModuleMetadata } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';

import { BootModule, bootSchema, type ProcessRole } from '@desk/platform/boot';
import { type Clock, ClockModule } from '@desk/platform/clock';
import { Config, ConfigModule } from '@desk/platform/config';
import {
  Connections,
  Database,
  DatabaseModule,
  databaseSchema,
  joinSchemas,
  migrate,
  UnitOfWork,
} from '@desk/platform/database';
import { EventsModule, eventsSchema } from '@desk/platform/events';
import { HousekeepingWorkModule } from '@desk/platform/housekeeping';
import { httpSchema } from '@desk/platform/http';
import { LoggingModule } from '@desk/platform/logging';
import { MailModule, mailSchema, MailWorkModule } from '@desk/platform/mail';
import { JobQueue, QueueModule, queueSchema } from '@desk/platform/queue';
import { scheduleSchema } from '@desk/platform/schedule';
import { StorageModule, storageSchema } from '@desk/platform/storage';

import { SteppedClock } from './test-accounts';
import { TestPlace } from './test-place';
import { until } from './until';

const schema = joinSchemas([
  databaseSchema,
  eventsSchema,
  queueSchema,
  scheduleSchema,
  bootSchema,
  storageSchema,
  httpSchema,
  mailSchema,
]);

export interface TestPlatformParts extends Pick<ModuleMetadata, 'imports' | 'providers' | 'controllers'> {
  roles?: readonly ProcessRole[];
  /** Another queue than the product's own. */
  queue?: (clock: Clock) => JobQueue;
}

/** The platform without any domain, on a SQLite file of its own, under a clock that the test moves. */
export class TestPlatform {
  /** A module whose start was refused cannot be closed: closing waits for the start. */
  private isRefused = false;

  private constructor(
    private readonly place: TestPlace,
    readonly module: TestingModule,
    readonly clock: SteppedClock,
  ) {}

  /** Nothing is found and nothing runs before `boot`. */
  static async start({
    roles = [],
    imports = [],
    queue,
    ...parts
  }: TestPlatformParts = {}): Promise<TestPlatform> {
    const place = await TestPlace.create();
    const config = Config.from({ ...place.env, LOG_LEVEL: 'silent' });
    const clock = new SteppedClock();
    const builder = Test.createTestingModule({
      imports: [
        ConfigModule.of(config),
        ClockModule.of(clock),
        LoggingModule,
        DatabaseModule.forSchema(schema),
        QueueModule.alone(),
        EventsModule,
        StorageModule,
        MailModule,
        BootModule.forRoles(roles),
        ...(roles.includes('work') ? [HousekeepingWorkModule, MailWorkModule] : []),
        ...imports,
      ],
      ...parts,
    });
    if (queue !== undefined) builder.overrideProvider(JobQueue).useValue(queue(clock));
    const module = await builder.compile();
    module.useLogger(false);
    await migrate(module.get(Connections), config.database, clock.now());
    return new TestPlatform(place, module, clock);
  }

  async boot(): Promise<void> {
    try {
      await this.module.init();
    } catch (error) {
      this.isRefused = true;
      throw error;
    }
  }

  get folder(): string {
    return this.place.folder;
  }

  get<T>(type: abstract new (...parameters: never[]) => T): T {
    return this.module.get<T>(type, { strict: false });
  }

  inWork<T>(work: () => Promise<T>): Promise<T> {
    return this.get(UnitOfWork).run(work);
  }

  rows<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return this.get(Database).rows<T>(sql, parameters);
  }

  write(sql: string, parameters: unknown[] = []): Promise<unknown> {
    return this.inWork(() => this.get(Database).write().query(sql, parameters));
  }

  /** Until the queue holds nothing that could still be done. */
  quiet(): Promise<void> {
    return until(async () => (await this.get(JobQueue).pending()) === 0);
  }

  async stop(): Promise<void> {
    if (this.isRefused) await this.get(Connections).close();
    else await this.module.close();
    await this.place.remove();
  }
}
