import { type DynamicModule, Module, type Type } from '@nestjs/common';

import { AccountsModule } from '@desk/domains/accounts';
import { AccountsHttpModule } from '@desk/domains/accounts/http/accounts-http.module';
import { AccountsWorkModule } from '@desk/domains/accounts/work/accounts-work.module';
import { AutomationModule } from '@desk/domains/automation';
import { AutomationHttpModule } from '@desk/domains/automation/http/automation-http.module';
import { AutomationWorkModule } from '@desk/domains/automation/work/automation-work.module';
import { NotificationsModule } from '@desk/domains/notifications';
import { NotificationsHttpModule } from '@desk/domains/notifications/http/notifications-http.module';
import { NotificationsWorkModule } from '@desk/domains/notifications/work/notifications-work.module';
import { SlaModule } from '@desk/domains/sla';
import { SlaHttpModule } from '@desk/domains/sla/http/sla-http.module';
import { SlaWorkModule } from '@desk/domains/sla/work/sla-work.module';
import { TicketsModule } from '@desk/domains/tickets';
import { TicketsHttpModule } from '@desk/domains/tickets/http/tickets-http.module';
import { TicketsWorkModule } from '@desk/domains/tickets/work/tickets-work.module';
import { BootModule, type ProcessRole } from '@desk/platform/boot';
import { Clock, ClockModule } from '@desk/platform/clock';
import { type Config, ConfigModule } from '@desk/platform/config';
import { DatabaseModule } from '@desk/platform/database';
import { EventsModule } from '@desk/platform/events';
import { HousekeepingWorkModule } from '@desk/platform/housekeeping';
import { HttpModule } from '@desk/platform/http';
import { LoggingModule } from '@desk/platform/logging';
import { MailModule, MailWorkModule } from '@desk/platform/mail';
import { QueueModule } from '@desk/platform/queue';
import { RealtimeModule } from '@desk/platform/realtime';
import { RedisModule } from '@desk/platform/redis';
import { BearerStrategy, SignedLinks } from '@desk/platform/security';
import { StorageModule } from '@desk/platform/storage';

import { schema } from './schema';

/** What a process brings up for each of its roles, besides the cores. A domain joins with one line a list. */
const CORES: Type[] = [AccountsModule, TicketsModule, SlaModule, NotificationsModule, AutomationModule];
const FOR_ROLE: Record<ProcessRole, Type[]> = {
  http: [
    HttpModule,
    AccountsHttpModule,
    TicketsHttpModule,
    SlaHttpModule,
    NotificationsHttpModule,
    AutomationHttpModule,
  ],
  work: [
    HousekeepingWorkModule,
    MailWorkModule,
    AccountsWorkModule,
    TicketsWorkModule,
    SlaWorkModule,
    NotificationsWorkModule,
    AutomationWorkModule,
  ],
};

/** The two adapters that differ by whether this process is the whole desk or one of several. */
function betweenProcesses(
  { redisUrl, database }: Config,
  roles: readonly ProcessRole[],
): (DynamicModule | Promise<DynamicModule>)[] {
  if (redisUrl === null) return [QueueModule.alone(), RealtimeModule.withSockets()];
  return [
    RedisModule.of(redisUrl, database),
    QueueModule.shared(roles.includes('work')),
    roles.includes('http') ? RealtimeModule.withSockets() : RealtimeModule.throughRedis(),
  ];
}

/** The whole product, as one process of the given roles sees it. */
@Module({})
export class BackendModule {
  static forRoles(config: Config, roles: readonly ProcessRole[], clock = new Clock()): DynamicModule {
    return {
      module: BackendModule,
      imports: [
        ConfigModule.of(config),
        LoggingModule,
        ClockModule.of(clock),
        DatabaseModule.forSchema(schema),
        ...betweenProcesses(config, roles),
        EventsModule,
        StorageModule,
        MailModule,
        BootModule.forRoles(roles),
        ...CORES,
        ...roles.flatMap((role) => FOR_ROLE[role]),
      ],
      // Here, where both it and the Authenticator that accounts fills can be seen.
      providers: roles.includes('http') ? [BearerStrategy, SignedLinks] : [],
    };
  }
}
