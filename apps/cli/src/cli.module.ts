import { Module } from '@nestjs/common';

import { AutomationIdleCommand } from './commands/automation-idle';
import { BackupCommand } from './commands/backup';
import { DemoLoadCommand } from './commands/demo-load';
import { MigrateCommand } from './commands/migrate';
import { MigrateDownCommand } from './commands/migrate-down';
import { MigrateStatusCommand } from './commands/migrate-status';
import { MigrateUpCommand } from './commands/migrate-up';
import { MoveCommand } from './commands/move';
import { OpenApiCommand } from './commands/openapi';
import { PingCommand } from './commands/ping';
import { RestoreCommand } from './commands/restore';
import { SlaCheckCommand } from './commands/sla-check';
import { UserCreateCommand } from './commands/user-create';
import { UserResetMfaCommand } from './commands/user-reset-mfa';

/** The commands alone: each opens what it needs when it runs, so `--help` opens nothing. */
@Module({
  providers: [
    MigrateCommand,
    MigrateUpCommand,
    MigrateDownCommand,
    MigrateStatusCommand,
    UserCreateCommand,
    UserResetMfaCommand,
    DemoLoadCommand,
    SlaCheckCommand,
    AutomationIdleCommand,
    BackupCommand,
    RestoreCommand,
    MoveCommand,
    OpenApiCommand,
    PingCommand,
  ],
})
export class CliModule {}
