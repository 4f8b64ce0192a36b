import { Module } from '@nestjs/common';

import { AccountsModule } from '@desk/domains/accounts';
import { NotificationsModule } from '@desk/domains/notifications';
import { TicketsModule } from '@desk/domains/tickets';

import { CheckRule } from './actions/check-rule';
import { CreateRule } from './actions/create-rule';
import { DeleteRule } from './actions/delete-rule';
import { FactSheets } from './actions/fact-sheet';
import { RetireRules } from './actions/retire-rules';
import { RuleBook } from './actions/rule-book';
import { RuleQueries } from './actions/rule-queries';
import { RunIdleRules } from './actions/run-idle-rules';
import { RunRules } from './actions/run-rules';
import { TakeAction } from './actions/take-action';
import { UpdateRule } from './actions/update-rule';
import { FireTriggers } from './actions/within/fire-triggers';
import { FollowPeople } from './actions/within/follow-people';
import { Episodes } from './store/episodes';
import { Logs } from './store/logs';
import { RuleList } from './store/rule-list';
import { Rules } from './store/rules';

const OFFERED = [CreateRule, UpdateRule, DeleteRule, RuleQueries, RunRules, RunIdleRules, RetireRules];

@Module({
  imports: [AccountsModule, TicketsModule, NotificationsModule],
  providers: [
    Rules,
    RuleList,
    Logs,
    Episodes,
    RuleBook,
    FactSheets,
    TakeAction,
    CheckRule,
    FireTriggers,
    FollowPeople,
    ...OFFERED,
  ],
  exports: OFFERED,
})
export class AutomationModule {}
