import { Injectable } from '@nestjs/common';

import { CommentType } from '@desk/contracts';
import { Clock } from '@desk/platform/clock';
import { SearchIndex, UnitOfWork } from '@desk/platform/database';
import { forbidden, invalidField } from '@desk/platform/errors';
import { EventBus } from '@desk/platform/events';
import { Actor, isCustomerActor, isStaffActor, personId } from '@desk/platform/security';
import { Uploads } from '@desk/platform/storage';

import { AUTHOR_NAME_MAX } from '../model/comment';
import { NewerComments } from '../model/errors';
import { CommentAdded } from '../model/events';
import { excerpt, plainText, safeContent } from './content';
import { Ticket } from '../model/ticket';
import { speaksAsCustomer } from '../model/ticket-access';
import { reopensOnCustomerReply } from '../model/ticket-status';
import { Activities } from '../store/activities';
import { Comments } from '../store/comments';
import { Tickets } from '../store/tickets';
import { ChangeTicket } from './change-ticket';
import { FollowUpTicket } from './follow-up-ticket';
import { LoadTicket } from './load-ticket';
import { refOf } from './ticket-refs';

export interface AddCommentInput {
  ticketId: string | number;
  content: string;
  commentType: CommentType;
  uploadIds?: readonly string[];
  /** Id of the last comment the writer saw; a newer one holds the reply unless `sendAnyway`. */
  lastSeenComment?: number;
  sendAnyway?: boolean;
  expectedVersions?: readonly number[] | null;
}

/** A customer's reply on a closed ticket is no comment, but the ticket that it began. */
export type AddedComment =
  { commentId: number; followUp?: undefined } | { followUp: { id: number; ticket_id: string } };

@Injectable()
export class AddComment {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly tickets: Tickets,
    private readonly comments: Comments,
    private readonly activities: Activities,
    private readonly uploads: Uploads,
    private readonly search: SearchIndex,
    private readonly load: LoadTicket,
    private readonly change: ChangeTicket,
    private readonly followUp: FollowUpTicket,
    private readonly events: EventBus,
  ) {}

  async run(actor: Actor, input: AddCommentInput): Promise<AddedComment> {
    if (isCustomerActor(actor) && input.commentType !== 'reply') {
      throw forbidden('Customers write replies only', 'comment_type');
    }
    if (actor.kind === 'person' && input.commentType === 'system') {
      throw forbidden('Only the desk itself writes system comments', 'comment_type');
    }
    const content = safeContent(input.content);
    const words = plainText(content);
    if (words.trim() === '' && (input.uploadIds ?? []).length === 0) {
      throw invalidField('content', 'empty', 'There is nothing to read in this');
    }
    return this.unitOfWork.run(async () => {
      const ticket = await this.load.run(actor, input.ticketId, input.expectedVersions);
      await this.assertNothingNewer(actor, ticket, input);
      if (isCustomerActor(actor) && ticket.status === 'closed') {
        const { uploadIds = [] } = input;
        const reply = { description: content, words, uploadIds };
        const { id, ticket_id } = await this.followUp.run(actor, ticket, reply);
        return { followUp: { id, ticket_id } };
      }
      return { commentId: await this.write(actor, ticket, input, { content, words }) };
    });
  }

  private async assertNothingNewer(actor: Actor, ticket: Ticket, input: AddCommentInput): Promise<void> {
    if (input.lastSeenComment === undefined || input.sendAnyway === true) return;
    const newest = await this.comments.newest(ticket.id, isStaffActor(actor));
    if (newest > input.lastSeenComment) throw new NewerComments(input.lastSeenComment);
  }

  private async write(
    actor: Actor,
    ticket: Ticket,
    input: AddCommentInput,
    { content, words }: { content: string; words: string },
  ): Promise<number> {
    const at = this.clock.now();
    const isPublic = input.commentType === 'reply';
    const byStaff = !speaksAsCustomer(actor, ticket);
    const firstResponse = isPublic && byStaff && actor.kind === 'person' && ticket.first_response_at === null;
    const author_name = actor.kind === 'person' || actor.kind === 'rule' ? actor.name : 'system';
    const stamps = { created_at: at, updated_at: at };
    const commentId = await this.comments.add({
      ticket_id: ticket.id,
      author_id: personId(actor),
      author_name: author_name.slice(0, AUTHOR_NAME_MAX),
      content,
      comment_type: input.commentType,
      ...stamps,
    });
    if (actor.kind === 'person') {
      const files = await this.uploads.claim(actor.id, input.uploadIds ?? []);
      await this.comments.attach(ticket.id, commentId, files, at);
    }
    await this.search.append({
      id: ticket.id,
      publicText: isPublic ? words : '',
      staffText: isPublic ? '' : words,
    });
    if (firstResponse) ticket.first_response_at = at;
    ticket.touch(at, isPublic);
    await this.tickets.save(ticket);
    await this.activities.record(ticket.id, actor, at, [
      {
        type: 'commented',
        newValue: input.commentType,
        description: isPublic ? 'Replied' : 'Internal note added',
        isPublic,
      },
    ]);
    const said = { commentId, commentType: input.commentType, byStaff, firstResponse, at: at.toISOString() };
    await this.events.publish(CommentAdded, actor, {
      ...refOf(ticket, isPublic),
      ...said,
      authorId: personId(actor),
      excerpt: excerpt(words),
    });
    if (isPublic && !byStaff) await this.reopen(actor, ticket.id, commentId);
    return commentId;
  }

  /** Read again: what listened within the comment may have changed the ticket. */
  private async reopen(actor: Actor, ticketId: number, byComment: number): Promise<void> {
    const ticket = await this.load.run(actor, ticketId);
    if (!reopensOnCustomerReply(ticket.status)) return;
    await this.change.run(actor, ticket, ticket.edit({ status: 'open' }, this.clock.now()), { byComment });
  }
}
