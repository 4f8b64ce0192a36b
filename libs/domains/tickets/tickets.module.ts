import { Module } from '@nestjs/common';

import { AccountsModule } from '@desk/domains/accounts';

import { AddComment } from './actions/add-comment';
import { AddTags } from './actions/add-tags';
import { AssignTicket } from './actions/assign-ticket';
import { ChangeTicket } from './actions/change-ticket';
import { CreateCategory } from './actions/create-category';
import { CreateTicket } from './actions/create-ticket';
import { DeleteTicket } from './actions/delete-ticket';
import { DescribeChanges } from './actions/describe-changes';
import { EscalateTicket } from './actions/escalate-ticket';
import { LoadTicket } from './actions/load-ticket';
import { RateTicket } from './actions/rate-ticket';
import { ReadLabels } from './actions/read-labels';
import { ReadTickets } from './actions/read-tickets';
import { RecordSlaBreach } from './actions/record-sla-breach';
import { SetTicketDeadlines } from './actions/set-ticket-deadlines';
import { TicketQueries } from './actions/ticket-queries';
import { UpdateTicket } from './actions/update-ticket';
import { Activities } from './store/activities';
import { Comments } from './store/comments';
import { LabelReads } from './store/label-reads';
import { Labels } from './store/labels';
import { TicketDetails } from './store/ticket-details';
import { TicketList } from './store/ticket-list';
import { Tickets } from './store/tickets';

const ACTIONS = [
  AddComment,
  AddTags,
  AssignTicket,
  CreateCategory,
  CreateTicket,
  DeleteTicket,
  EscalateTicket,
  RateTicket,
  ReadLabels,
  ReadTickets,
  RecordSlaBreach,
  SetTicketDeadlines,
  TicketQueries,
  UpdateTicket,
];

@Module({
  imports: [AccountsModule],
  providers: [
    Activities,
    ChangeTicket,
    Comments,
    DescribeChanges,
    LabelReads,
    Labels,
    LoadTicket,
    TicketDetails,
    TicketList,
    Tickets,
    ...ACTIONS,
  ],
  exports: ACTIONS,
})
export class TicketsModule {}
