import { Injectable } from '@nestjs/common';

import { SearchIndex } from '@desk/platform/database';

import { type Ticket } from '../model/ticket';
import { Comments } from '../store/comments';
import { plainText } from './content';

/** What an edited ticket is found by, from all its texts anew: nobody finds it any more by what it said before. */
@Injectable()
export class IndexTicket {
  constructor(
    private readonly comments: Comments,
    private readonly search: SearchIndex,
  ) {}

  async run(ticket: Ticket): Promise<void> {
    const comments = await this.comments.texts(ticket.id);
    const replies = comments.filter((comment) => comment.comment_type === 'reply');
    const internal = comments.filter((comment) => comment.comment_type !== 'reply');
    const own = [ticket.ticket_id, ticket.title, plainText(ticket.description)];
    await this.search.put({
      id: ticket.id,
      publicText: [...own, ...replies.map(({ content }) => plainText(content))].join(' '),
      staffText: internal.map(({ content }) => plainText(content)).join(' '),
    });
  }
}
