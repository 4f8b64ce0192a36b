import { Module } from '@nestjs/common';

import { AutomationModule } from '../automation.module';
import { RetireRulesOfLeavers } from './retire-rules-of-leavers';

@Module({ imports: [AutomationModule], providers: [RetireRulesOfLeavers] })
export class AutomationWorkModule {}
