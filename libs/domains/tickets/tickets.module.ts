import { Module } from '@nestjs/common';

import { AccountsModule } from '@desk/domains/accounts';

import { AddComment } from './actions/add-comment';
import { AddTags } from './actions/add-tags';
import { AssignTicket } from './actions/assign-ticket';
import { ChangeTicket } from './actions/change-ticket';
import { CreateCategory } from './actions/create-category';
import { CreateTag } from './actions/create-tag';
import { CreateTicket } from './actions/create-ticket';
import { DeleteCategory } from './actions/delete-category';
import { DeleteTag } from './actions/delete-tag';
import { DeleteTicket } from './actions/delete-ticket';
import { DescribeChanges } from './actions/describe-changes';
import { EscalateTicket } from './actions/escalate-ticket';
import { FollowUpTicket } from './actions/follow-up-ticket';
import { IndexTicket } from './actions/index-ticket';
import { LoadTicket } from './actions/load-ticket';
import { OpenTicket } from './actions/open-ticket';
import { RateTicket } from './actions/rate-ticket';
import { ReadConversations } from './actions/read-conversations';
import { ReadLabels } from './actions/read-labels';
import { ReadTickets } from './actions/read-tickets';
import { RecordSlaBreach } from './actions/record-sla-breach';
import { ReleaseTickets } from './actions/release-tickets';
import { SetTicketDeadlines } from './actions/set-ticket-deadlines';
import { TicketQueries } from './actions/ticket-queries';
import { UpdateCategory } from './actions/update-category';
import { UpdateTag } from './actions/update-tag';
import { UpdateTicket } from './actions/update-ticket';
import { Activities } from './store/activities';
import { Comments } from './store/comments';
import { Conversations } from './store/conversations';
import { LabelReads } from './store/label-reads';
import { Labels } from './store/labels';
import { TicketDetails } from './store/ticket-details';
import { TicketList } from './store/ticket-list';
import { TicketTags } from './store/ticket-tags';
import { Tickets } from './store/tickets';

const ACTIONS = [
  AddComment,
  AddTags,
  AssignTicket,
  CreateCategory,
  CreateTag,
  CreateTicket,
  DeleteCategory,
  DeleteTag,
  DeleteTicket,
  EscalateTicket,
  RateTicket,
  ReadConversations,
  ReadLabels,
  ReadTickets,
  RecordSlaBreach,
  ReleaseTickets,
  SetTicketDeadlines,
  TicketQueries,
  UpdateCategory,
  UpdateTag,
  UpdateTicket,
];

@Module({
  imports: [AccountsModule],
  providers: [
    Activities,
    ChangeTicket,
    Comments,
    Conversations,
    DescribeChanges,
    FollowUpTicket,
    IndexTicket,
    LabelReads,
    Labels,
    LoadTicket,
    OpenTicket,
    TicketDetails,
    TicketList,
    TicketTags,
    Tickets,
    ...ACTIONS,
  ],
  exports: ACTIONS,
})
export class TicketsModule {}
