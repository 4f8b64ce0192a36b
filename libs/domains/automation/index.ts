import { type Schema } from '@desk/platform/database';

import { AutomationLog } from './model/automation-log';
import { AutomationRule } from './model/automation-rule';
import { Episode, IdleMark } from './model/episode';
import { RuleRevision } from './model/rule-revision';
import { Automation1700000007000 } from './store/migrations/automation-1700000007000';

export { CreateRule, type NewRule } from './actions/create-rule';
export { DeleteRule } from './actions/delete-rule';
export { RuleQueries, type RuleRuns, type RuleStats } from './actions/rule-queries';
export { RunIdleRules } from './actions/run-idle-rules';
export { RunRules } from './actions/run-rules';
export { UpdateRule, type RuleChanges } from './actions/update-rule';
export { AutomationModule } from './automation.module';
export type { Trigger } from './model/trigger';

export const automationSchema: Schema = {
  entities: [AutomationRule, AutomationLog, RuleRevision, Episode, IdleMark],
  migrations: [Automation1700000007000],
};
