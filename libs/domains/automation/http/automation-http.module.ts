import { Module } from '@nestjs/common';

import { AccountsModule } from '@desk/domains/accounts';
import { TicketsModule } from '@desk/domains/tickets';

import { AutomationModule } from '../automation.module';
import { LogsController } from './logs.controller';
import { RulesController } from './rules.controller';

@Module({
  imports: [AutomationModule, AccountsModule, TicketsModule],
  controllers: [RulesController, LogsController],
})
export class AutomationHttpModule {}
