import { Module } from '@nestjs/common';

import { TicketsModule } from '@desk/domains/tickets';

import { BreachQueries } from './actions/breach-queries';
import { CheckBreaches } from './actions/check-breaches';
import { CreatePolicy } from './actions/create-policy';
import { DeletePolicy } from './actions/delete-policy';
import { MarkBreachNotified } from './actions/mark-breach-notified';
import { MissDeadline } from './actions/miss-deadline';
import { MoveClocks } from './actions/move-clocks';
import { PolicyQueries } from './actions/policy-queries';
import { RecordBreach } from './actions/record-breach';
import { SlaQueries } from './actions/sla-queries';
import { StampTicket } from './actions/stamp-ticket';
import { UpdatePolicy } from './actions/update-policy';
import { FollowTicket } from './actions/within/follow-ticket';
import { StartClocks } from './actions/within/start-clocks';
import { BreachList } from './store/breach-list';
import { Breaches } from './store/breaches';
import { ClockReads } from './store/clock-reads';
import { Clocks } from './store/clocks';
import { Policies } from './store/policies';
import { PolicyList } from './store/policy-list';

/** For other domains: see index.ts. */
const FRONT_DOOR = [CheckBreaches, CreatePolicy, MarkBreachNotified, SlaQueries];

/** For the domain's own http and work modules. */
const OWN = [BreachQueries, Clocks, DeletePolicy, PolicyList, PolicyQueries, UpdatePolicy];

@Module({
  imports: [TicketsModule],
  providers: [
    ...FRONT_DOOR,
    ...OWN,
    BreachList,
    Breaches,
    ClockReads,
    FollowTicket,
    MissDeadline,
    MoveClocks,
    Policies,
    RecordBreach,
    StampTicket,
    StartClocks,
  ],
  exports: [...FRONT_DOOR, ...OWN],
})
export class SlaModule {}
