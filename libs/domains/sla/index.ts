import { type Schema } from '@desk/platform/database';

import { SlaBreach } from './model/breach';
import { SlaClock } from './model/clock';
import { SlaClockEvent } from './model/clock-event';
import { SlaPolicy } from './model/policy';
import { Sla1700000005000 } from './store/migrations/sla-1700000005000';

export { CheckBreaches } from './actions/check-breaches';
export { CreatePolicy } from './actions/create-policy';
export { MarkBreachNotified } from './actions/mark-breach-notified';
export { SlaQueries, type SlaClockSummary } from './actions/sla-queries';
export { SlaBreached } from './model/events';
export { type PolicyFields } from './model/policy';
export { SlaModule } from './sla.module';

export const slaSchema: Schema = {
  entities: [SlaPolicy, SlaClock, SlaClockEvent, SlaBreach],
  migrations: [Sla1700000005000],
};
