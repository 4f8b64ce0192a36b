import { Module } from '@nestjs/common';

import { AutomationModule } from '../automation.module';
import { RetireRulesOfLeavers } from './retire-rules-of-leavers';
import { WatchIdleTickets } from './watch-idle-tickets';

@Module({ imports: [AutomationModule], providers: [RetireRulesOfLeavers, WatchIdleTickets] })
export class AutomationWorkModule {}
