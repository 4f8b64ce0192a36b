import {
  type AttachmentView,
  type CommentView,
  type PersonBriefView,
  type TicketDetailView,
} from '@desk/web/api-client';
import { openerOf } from '@desk/web/core';

/** One thing that was said: the request itself, an answer, or a line of the system. */
export interface Message {
  id: string;
  author: string;
  person: PersonBriefView | null;
  isMine: boolean;
  isSystem: boolean;
  content: string;
  /** With markup; else the text is shown to the letter. */
  isRich: boolean;
  at: string;
  files: readonly AttachmentView[];
}

/** The id of the request itself among what was said. */
export const QUESTION = 'question';

/** The request first, then the answers as they came. */
export function toMessages(
  ticket: TicketDetailView,
  comments: readonly CommentView[],
  files: readonly AttachmentView[],
  myId: string | undefined,
): Message[] {
  const author = openerOf(ticket) ?? ticket.customer;
  const question: Message = {
    id: QUESTION,
    author: author?.name ?? '',
    person: author,
    isMine: author?.id === myId,
    isSystem: false,
    content: ticket.description,
    isRich: hasMarkup(ticket.description),
    at: ticket.created_at,
    files,
  };
  const answers = comments.map((comment) => ({
    id: `comment-${comment.id}`,
    author: comment.author_name,
    person: comment.author,
    isMine: comment.author !== null && comment.author.id === myId,
    isSystem: comment.comment_type === 'system',
    content: comment.content,
    isRich: hasMarkup(comment.content),
    at: comment.created_at,
    files: comment.attachments,
  }));
  return [question, ...answers];
}

/** The server cleans and keeps markup where it finds a tag, and leaves every other text as it was typed. */
function hasMarkup(content: string): boolean {
  return /<[a-z!/?]/i.test(content);
}
