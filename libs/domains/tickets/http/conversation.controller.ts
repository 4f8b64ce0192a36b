import { Body, Controller, Get, Param, Query, Req, Res, StreamableFile } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiExtraModels,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { Avatars } from '@desk/domains/accounts';
import { conflict } from '@desk/platform/errors';
import { ApiPage, ApiProblem, IfMatch, IntId, type Page, Post, toPage } from '@desk/platform/http';
import { BySignedLink, Can, CurrentActor, type PersonActor, SignedLinks } from '@desk/platform/security';
import { FileStore } from '@desk/platform/storage';

import { AddComment } from '../actions/add-comment';
import { ReadConversations } from '../actions/read-conversations';
import { NewerComments } from '../model/errors';
import {
  ActivitiesQuery,
  ActivityView,
  type Addresses,
  AttachmentsQuery,
  AttachmentView,
  CommentBody,
  CommentsQuery,
  CommentView,
  FollowedUpView,
  toActivityView,
  toAttachmentView,
  toCommentFilter,
  toCommentView,
  toStretch,
} from './conversation.dto';
import { TicketViews } from './ticket-views';
import { TicketDetailView } from './ticket.dto';

@ApiTags('tickets')
@Controller('tickets')
export class ConversationController {
  constructor(
    private readonly read: ReadConversations,
    private readonly addComment: AddComment,
    private readonly files: FileStore,
    private readonly links: SignedLinks,
    private readonly views: TicketViews,
    private readonly avatars: Avatars,
  ) {}

  @Get('tickets/:key/comments')
  @Can('tickets.read')
  @ApiOperation({
    operationId: 'listComments',
    summary: 'The conversation, oldest first; without notes for customers',
  })
  @ApiPage(CommentView)
  async comments(
    @CurrentActor() actor: PersonActor,
    @Param('key') key: string,
    @Query() query: CommentsQuery,
    @Req() request: FastifyRequest,
  ): Promise<Page<CommentView>> {
    const { slice, around } = await this.read.comments(actor, key, query.comment_type, toStretch(query));
    const addresses = this.addressesFor(actor);
    return toPage(slice, query, request.originalUrl, (row) => toCommentView(row, around, addresses));
  }

  @Post('tickets/:key/comment')
  @Can('tickets.comment')
  @ApiOperation({ operationId: 'addComment', summary: 'Reply, or leave an internal note' })
  @ApiExtraModels(FollowedUpView)
  @ApiCreatedResponse({
    description: 'The comment; or the ticket that a reply on a closed one began.',
    schema: { oneOf: [{ $ref: getSchemaPath(CommentView) }, { $ref: getSchemaPath(FollowedUpView) }] },
  })
  @ApiProblem(412, 'The ticket as it is now', { current: TicketDetailView })
  @ApiProblem(409, 'What was written after `last_seen_comment`', { newer: [CommentView] })
  async comment(
    @CurrentActor() actor: PersonActor,
    @Param('key') key: string,
    @Body() body: CommentBody,
    @IfMatch() expectedVersions: readonly number[] | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommentView | FollowedUpView> {
    const input = {
      ticketId: key,
      content: body.content,
      commentType: body.comment_type ?? ('reply' as const),
      uploadIds: body.upload_ids,
      lastSeenComment: body.last_seen_comment,
      sendAnyway: body.send_anyway,
      expectedVersions,
    };
    const write = () => this.views.orCurrent(actor, key, reply, () => this.addComment.run(actor, input));
    const added = await this.orNewer(actor, key, write);
    if (added.followUp !== undefined) return { follow_up: added.followUp };
    const { row, around } = await this.read.comment(actor, added.commentId);
    return toCommentView(row, around, this.addressesFor(actor));
  }

  @Get('tickets/:key/activities')
  @Can('tickets.read')
  @ApiOperation({ operationId: 'listActivities', summary: 'The trail, oldest first' })
  @ApiPage(ActivityView)
  async activities(
    @CurrentActor() actor: PersonActor,
    @Param('key') key: string,
    @Query() query: ActivitiesQuery,
    @Req() request: FastifyRequest,
  ): Promise<Page<ActivityView>> {
    const { slice, people } = await this.read.activities(actor, key, query.activity_type, toStretch(query));
    const avatarOf = this.avatars.shownTo(actor);
    return toPage(slice, query, request.originalUrl, (row) => toActivityView(row, people, actor, avatarOf));
  }

  @Get('tickets/:key/attachments')
  @Can('tickets.read')
  @ApiOperation({ operationId: 'listAttachments', summary: 'Files this person may see, oldest first' })
  @ApiPage(AttachmentView)
  async attachments(
    @CurrentActor() actor: PersonActor,
    @Param('key') key: string,
    @Query() query: AttachmentsQuery,
    @Req() request: FastifyRequest,
  ): Promise<Page<AttachmentView>> {
    const slice = await this.read.attachments(actor, key, toCommentFilter(query), toStretch(query));
    const { sign } = this.addressesFor(actor);
    return toPage(slice, query, request.originalUrl, (row) => toAttachmentView(row, sign));
  }

  /** Always a download in a sandbox: what customers send must never run in the desk's own origin. */
  @Get('attachments/:id/download')
  @Can('tickets.read')
  @BySignedLink()
  @ApiOperation({ operationId: 'downloadAttachment', summary: 'The content of a file' })
  @ApiOkResponse({
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  })
  async download(
    @CurrentActor() actor: PersonActor,
    @Param('id', IntId) id: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const attachment = await this.read.attachment(actor, id);
    void reply
      .header('Content-Security-Policy', "sandbox; default-src 'none'")
      .header('X-Content-Type-Options', 'nosniff')
      .header('Cache-Control', 'private, no-store');
    return new StreamableFile(await this.files.open(attachment.file), {
      type: attachment.content_type,
      length: attachment.file_size,
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(attachment.filename)}`,
    });
  }

  /** A reply to an older state of the conversation is answered with what came after it. */
  private async orNewer<T>(actor: PersonActor, key: string, write: () => Promise<T>): Promise<T> {
    try {
      return await write();
    } catch (error) {
      if (!(error instanceof NewerComments)) throw error;
      const { rows, around } = await this.read.commentsAfter(actor, key, error.lastSeen);
      const addresses = this.addressesFor(actor);
      throw conflict(error.code, error.message, {
        newer: rows.map((row) => toCommentView(row, around, addresses)),
      });
    }
  }

  private addressesFor(actor: PersonActor): Addresses {
    return { sign: (path) => this.links.sign(actor, path), avatarOf: this.avatars.shownTo(actor) };
  }
}
