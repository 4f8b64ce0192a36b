import {
  type AttachmentView,
  type CommentView,
  type PersonBriefView,
  type TicketDetailView,
} from '@desk/web/api-client';
import { openerOf } from '@desk/web/core';
import { type Conversation } from './conversation';

export type MessageKind = 'customer' | 'staff' | 'note' | 'system';

/** One entry of the conversation: what the ticket was opened with, or a comment. */
export interface Message {
  id: string;
  kind: MessageKind;
  author: string;
  person: PersonBriefView | null;
  content: string;
  /** Text to show to the letter; otherwise markup. */
  isPlain: boolean;
  at: string;
  files: readonly AttachmentView[];
  /** Whose request it is, where somebody else wrote it down. */
  onBehalfOf: string | null;
}

/** The server cleans and keeps markup where it finds a tag, and leaves every other text as it was typed. */
const MARKUP = /<[a-z!/?]/i;

export function toMessages(ticket: TicketDetailView, { attachments, comments }: Conversation): Message[] {
  const opener = openerOf(ticket);
  const author = opener ?? ticket.customer;
  const opening: Message = {
    id: 'opening',
    kind: opener ? 'staff' : 'customer',
    author: author?.name ?? '',
    person: author,
    content: ticket.description,
    isPlain: !MARKUP.test(ticket.description),
    at: ticket.created_at,
    files: attachments,
    onBehalfOf: opener && ticket.customer ? ticket.customer.name : null,
  };
  return [opening, ...comments.rows.map(toMessage)];
}

function toMessage(comment: CommentView): Message {
  return {
    id: String(comment.id),
    kind: kindOf(comment),
    author: comment.author_name,
    person: comment.author,
    content: comment.content,
    isPlain: !MARKUP.test(comment.content),
    at: comment.created_at,
    files: comment.attachments,
    onBehalfOf: null,
  };
}

function kindOf({ comment_type, author }: CommentView): MessageKind {
  if (comment_type === 'internal_note') return 'note';
  if (comment_type === 'system') return 'system';
  return author?.role === 'customer' ? 'customer' : 'staff';
}
