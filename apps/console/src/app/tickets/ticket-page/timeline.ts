import { type ActivityType, type ActivityView, type TicketDetailView } from '@desk/web/api-client';
import { type Conversation } from './conversation';
import { type Message, toMessages } from './message';

/** A message, or what happened to the ticket between two of them. */
export type TimelineEntry =
  | { id: string; message: Message; events?: undefined }
  | { id: string; message?: undefined; events: readonly ActivityView[] };

/** What the messages show themselves. */
const TOLD_BY_MESSAGES: readonly ActivityType[] = ['created', 'commented', 'attachment_added'];

/**
 * Oldest first; what happened at the moment of a message follows it. What happened between the request and the first
 * message is left out as long as there are messages between them that are not shown.
 */
export function toTimeline(ticket: TicketDetailView, conversation: Conversation): TimelineEntry[] {
  const isWhole = conversation.comments.earlier === null;
  const events = conversation.activities.rows.filter(
    ({ activity_type }) => !TOLD_BY_MESSAGES.includes(activity_type),
  );
  const messages = toMessages(ticket, conversation);
  return messages.flatMap((message, position): TimelineEntry[] => {
    const next = messages[position + 1];
    const between = events.filter(
      ({ created_at }) =>
        (position === 0 ? isWhole : created_at >= message.at) && (next === undefined || created_at < next.at),
    );
    const entry: TimelineEntry = { id: message.id, message };
    return between.length ? [entry, { id: `after-${message.id}`, events: between }] : [entry];
  });
}
