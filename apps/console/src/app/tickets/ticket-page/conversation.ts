import {
  type ActivityView,
  type Api,
  type AttachmentView,
  type CommentView,
  listActivities,
  listAttachments,
  listComments,
} from '@desk/web/api-client';
import { type AskLatest, type Tail, allRows, before, joined, latest } from '@desk/web/core';

/** Several lines come with every message. */
const ACTIVITIES = 100;

/** What was said and done on a ticket: the latest of it, and what somebody went back for. */
export interface Conversation {
  key: string;
  comments: Tail<CommentView>;
  activities: Tail<ActivityView>;
  /** What came with the request itself; comments carry their own. */
  attachments: readonly AttachmentView[];
}

/** @param known what is shown of the same ticket already. */
export async function readConversation(api: Api, key: string, known?: Conversation): Promise<Conversation> {
  const [comments, activities, attachments] = await Promise.all([
    latest(commentsOf(api, key), known?.comments),
    latest(activitiesOf(api, key), known?.activities),
    allRows((step) => api.invoke(listAttachments, { key, comment: 'none', ...step })),
  ]);
  return {
    key,
    comments,
    activities: await backTo(comments, activities, activitiesOf(api, key)),
    attachments,
  };
}

/** A page further back; once all that was said is here, what was done before it. */
export async function readEarlier(api: Api, conversation: Conversation): Promise<Conversation> {
  if (conversation.comments.earlier === null) return readEarlierActivities(api, conversation);
  const { key, comments: shown, activities } = conversation;
  const comments = joined(await before(shown, commentsOf(api, key)), shown);
  return {
    ...conversation,
    comments,
    activities: await backTo(comments, activities, activitiesOf(api, key)),
  };
}

export async function readEarlierActivities(api: Api, conversation: Conversation): Promise<Conversation> {
  const { activities } = conversation;
  const earlier = await before(activities, activitiesOf(api, conversation.key));
  return { ...conversation, activities: joined(earlier, activities) };
}

/** Both of what was read of the same ticket at different times. */
export function together(older: Conversation, newer: Conversation): Conversation {
  if (older.key !== newer.key) return newer;
  return {
    ...newer,
    comments: joined(older.comments, newer.comments),
    activities: joined(older.activities, newer.activities),
  };
}

/** No message is shown without what happened after it. */
async function backTo(
  comments: Tail<CommentView>,
  activities: Tail<ActivityView>,
  ask: AskLatest<ActivityView>,
): Promise<Tail<ActivityView>> {
  const from = comments.rows[0]?.created_at ?? '';
  let reached = activities;
  while (from !== '' && reached.earlier !== null && (reached.rows[0]?.created_at ?? '') > from) {
    reached = joined(await before(reached, ask), reached);
  }
  return reached;
}

function commentsOf(api: Api, key: string): AskLatest<CommentView> {
  return (step) => api.invoke(listComments, { key, ordering: '-created_at', ...step });
}

function activitiesOf(api: Api, key: string): AskLatest<ActivityView> {
  return ({ cursor }) =>
    api.invoke(listActivities, { key, ordering: '-created_at', cursor, page_size: ACTIVITIES });
}
