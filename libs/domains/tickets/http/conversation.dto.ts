import {
  ACTIVITY_TOPICS,
  ACTIVITY_TYPES,
  type ActivityTopic,
  type ActivityType,
  COMMENT_TYPES,
  type CommentType,
} from '@desk/contracts';
import { type AvatarOf, type PersonBrief, PersonBriefView, toPersonBrief } from '@desk/domains/accounts';
import { toIso } from '@desk/platform/database';
import { invalidField } from '@desk/platform/errors';
import {
  AnyOf,
  Bool,
  Instant,
  Int,
  IntParam,
  OneOf,
  PAGE_SIZE,
  PageQuery,
  Part,
  Parts,
  Text,
  Uuids,
} from '@desk/platform/http';
import { type Actor, isCustomerActor } from '@desk/platform/security';

import { TicketLinkView } from './ticket.dto';
import type { CommentSurroundings } from '../actions/read-conversations';
import type { ActivityRow, AttachmentRow, CommentRow, Stretch } from '../store/conversations';

export class CommentBody {
  @Text({ max: 100000 })
  content!: string;

  @OneOf(COMMENT_TYPES, { name: 'CommentType', optional: true, description: 'Customers write `reply` only.' })
  comment_type?: CommentType;

  @Uuids({ maxItems: 20, optional: true })
  upload_ids?: string[];

  @IntParam({ description: 'Id of the last comment seen; a newer one answers 409 `newer_comments`.' })
  last_seen_comment?: number;

  @Bool({ optional: true })
  send_anyway?: boolean;
}

const BY_AGE = ['created_at', '-created_at'] as const;

export class CommentsQuery extends PageQuery {
  @AnyOf(COMMENT_TYPES)
  comment_type?: CommentType[];

  @OneOf(BY_AGE, { optional: true })
  ordering?: (typeof BY_AGE)[number];
}

export class ActivitiesQuery extends PageQuery {
  @AnyOf(ACTIVITY_TYPES)
  activity_type?: ActivityType[];

  @OneOf(BY_AGE, { optional: true })
  ordering?: (typeof BY_AGE)[number];
}

export class AttachmentsQuery extends PageQuery {
  @Text({
    max: 10,
    optional: true,
    description: 'The id of a comment, or `none`: what came with the ticket itself.',
  })
  comment?: string;

  @OneOf(['uploaded_at', '-uploaded_at'], { optional: true })
  ordering?: 'uploaded_at' | '-uploaded_at';
}

export class AttachmentView {
  @Int()
  id!: number;

  @Int({ nullable: true })
  comment!: number | null;

  @Text({ max: 255 })
  filename!: string;

  @Int({ description: 'Bytes.' })
  file_size!: number;

  @Text({ max: 100 })
  content_type!: string;

  @Instant()
  uploaded_at!: string;

  @Text({ max: 500, description: 'The download, signed for whoever asked, for ten minutes.' })
  url!: string;
}

export class CommentView {
  @Int()
  id!: number;

  @Part(() => PersonBriefView, { nullable: true })
  author!: PersonBriefView | null;

  @Text({ max: 200 })
  author_name!: string;

  @Text({ max: 100000 })
  content!: string;

  @OneOf(COMMENT_TYPES, { name: 'CommentType' })
  comment_type!: CommentType;

  @Parts(() => AttachmentView)
  attachments!: AttachmentView[];

  @Instant()
  created_at!: string;

  @Instant()
  updated_at!: string;
}

/** What a customer's reply on a closed ticket answers. */
export class FollowedUpView {
  @Part(() => TicketLinkView, { description: 'The new ticket, with the reply as its description.' })
  follow_up!: TicketLinkView;
}

export class ActivityView {
  @Int()
  id!: number;

  @OneOf(ACTIVITY_TYPES, { name: 'ActivityType' })
  activity_type!: ActivityType;

  @OneOf(ACTIVITY_TOPICS, {
    name: 'ActivityTopic',
    nullable: true,
    description: 'What an `updated` line is about; null for the other types.',
  })
  about!: ActivityTopic | null;

  @Part(() => PersonBriefView, { nullable: true })
  actor!: PersonBriefView | null;

  @Text({ max: 200 })
  actor_name!: string;

  @Text({ max: 255, min: 0 })
  old_value!: string;

  @Text({ max: 255, min: 0 })
  new_value!: string;

  @Text({ max: 10000, min: 0 })
  description!: string;

  @Text({ max: 1000, min: 0, description: 'Why it was escalated; empty for the other types.' })
  reason!: string;

  @Instant()
  created_at!: string;
}

export function toStretch({ page, page_size, cursor, ordering }: PageQuery & { ordering?: string }): Stretch {
  const descending = ordering?.startsWith('-') ?? false;
  return { page: page ?? 1, size: page_size ?? PAGE_SIZE, cursor, descending };
}

/** @returns null for the files of no comment, undefined for all. */
export function toCommentFilter({ comment }: AttachmentsQuery): number | null | undefined {
  if (comment === undefined) return undefined;
  if (comment === 'none') return null;
  if (/^\d{1,9}$/.test(comment)) return Number(comment);
  throw invalidField('comment', 'not_allowed', 'comment must be the id of a comment or none');
}

/** Makes the address of a path below the API. */
export type Sign = (path: string) => string;

/** Addresses for one viewer: of files, and of people's pictures. */
export interface Addresses {
  sign: Sign;
  avatarOf: AvatarOf;
}

export function toAttachmentView(file: AttachmentRow, sign: Sign): AttachmentView {
  const { id, comment_id, filename, file_size, content_type, uploaded_at } = file;
  return {
    id,
    comment: comment_id,
    filename,
    file_size,
    content_type,
    uploaded_at: toIso(uploaded_at),
    url: sign(`tickets/attachments/${id}/download`),
  };
}

export function toCommentView(
  comment: CommentRow,
  { files, people }: CommentSurroundings,
  { sign, avatarOf }: Addresses,
): CommentView {
  const author = comment.author_id === null ? undefined : people.get(comment.author_id);
  return {
    id: comment.id,
    author: author === undefined ? null : toPersonBrief(author, avatarOf),
    author_name: author?.full_name ?? comment.author_name,
    content: comment.content,
    comment_type: comment.comment_type,
    attachments: files
      .filter((file) => file.comment_id === comment.id)
      .map((file) => toAttachmentView(file, sign)),
    created_at: toIso(comment.created_at),
    updated_at: toIso(comment.updated_at),
  };
}

/** Customers see a rule as `system`. */
export function toActivityView(
  activity: ActivityRow,
  people: Map<string, PersonBrief>,
  actor: Actor,
  avatarOf: AvatarOf,
): ActivityView {
  const person = activity.actor_id === null ? undefined : people.get(activity.actor_id);
  return {
    id: activity.id,
    activity_type: activity.activity_type,
    about: activity.about,
    actor: person === undefined ? null : toPersonBrief(person, avatarOf),
    actor_name: person?.full_name ?? (isCustomerActor(actor) ? 'system' : activity.actor_name),
    old_value: activity.old_value,
    new_value: activity.new_value,
    description: activity.description,
    reason: activity.reason,
    created_at: toIso(activity.created_at),
  };
}
