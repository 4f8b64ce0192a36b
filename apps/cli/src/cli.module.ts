import { Module } from '@nestjs/common';

import { AutomationIdleCommand } from './commands/automation-idle';
import { DemoLoadCommand } from './commands/demo-load';
import { MigrateCommand } from './commands/migrate';
import { MigrateDownCommand } from './commands/migrate-down';
import { MigrateStatusCommand } from './commands/migrate-status';
import { MigrateUpCommand } from './commands/migrate-up';
import { OpenApiCommand } from './commands/openapi';
import { PingCommand } from './commands/ping';
import { SlaCheckCommand } from './commands/sla-check';
import { UserCreateCommand } from './commands/user-create';

/** The commands alone: each opens what it needs when it runs, so `--help` opens nothing. */
@Module({
  providers: [
    MigrateCommand,
    MigrateUpCommand,
    MigrateDownCommand,
    MigrateStatusCommand,
    UserCreateCommand,
    DemoLoadCommand,
    SlaCheckCommand,
    AutomationIdleCommand,
    OpenApiCommand,
    PingCommand,
  ],
})
export class CliModule {}
