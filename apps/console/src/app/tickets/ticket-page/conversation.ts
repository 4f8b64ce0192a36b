import {
  type ActivityView,
  type Api,
  type AttachmentView,
  type CommentView,
  listActivities,
  listAttachments,
  listComments,
} from '@desk/web/api-client';

/** All that was said and done on a ticket, oldest first. */
export interface Conversation {
  comments: readonly CommentView[];
  activities: readonly ActivityView[];
  attachments: readonly AttachmentView[];
}

export async function readConversation(api: Api, key: string): Promise<Conversation> {
  const [comments, activities, attachments] = await Promise.all([
    api.invoke(listComments, { key }),
    api.invoke(listActivities, { key }),
    api.invoke(listAttachments, { key }),
  ]);
  return { comments, activities, attachments };
}
