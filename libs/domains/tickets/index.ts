import { type Schema } from '@desk/platform/database';

import { Activity } from './model/activity';
import { Attachment } from './model/attachment';
import { Category } from './model/category';
import { Comment } from './model/comment';
import { Tag, TicketTag } from './model/tag';
import { Ticket } from './model/ticket';
import { Tickets1700000003000 } from './store/migrations/tickets.migration';

export { AddComment, type AddCommentInput, type AddedComment } from './actions/add-comment';
export { AddTags } from './actions/add-tags';
export { AssignTicket, type AssignTicketInput } from './actions/assign-ticket';
export { plainText } from './actions/content';
export { CreateCategory } from './actions/create-category';
export { CreateTag } from './actions/create-tag';
export { CreateTicket, type CreateTicketInput } from './actions/create-ticket';
export { DeleteTicket } from './actions/delete-ticket';
export { EscalateTicket } from './actions/escalate-ticket';
export { RateTicket } from './actions/rate-ticket';
export { RecordSlaBreach } from './actions/record-sla-breach';
export { SetTicketDeadlines, type SetTicketDeadlinesInput } from './actions/set-ticket-deadlines';
export { TicketQueries } from './actions/ticket-queries';
export { UpdateTicket, type UpdateTicketInput } from './actions/update-ticket';
export * from './model/events';
export type { TicketFacts } from './model/ticket-facts';
export { TicketsModule } from './tickets.module';

export const ticketsSchema: Schema = {
  entities: [Ticket, Category, Tag, TicketTag, Comment, Attachment, Activity],
  migrations: [Tickets1700000003000],
};
