import { Body, Controller, Get, Param, Post, Res, StreamableFile } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiExtraModels,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { conflict, notFound } from '@desk/platform/errors';
import { ApiProblem, IfMatch, IntId } from '@desk/platform/http';
import { BySignedLink, Can, CurrentActor, type PersonActor, SignedLinks } from '@desk/platform/security';
import { FileStore } from '@desk/platform/storage';

import { AddComment } from '../actions/add-comment';
import { ReadTickets } from '../actions/read-tickets';
import { NewerComments } from '../model/errors';
import {
  ActivityView,
  AttachmentView,
  CommentBody,
  CommentView,
  type Sign,
  FollowedUpView,
  toActivityView,
  toAttachmentView,
  toCommentViews,
} from './conversation.dto';
import { TicketViews } from './ticket-views';
import { TicketDetailView } from './ticket.dto';

@ApiTags('tickets')
@Controller('tickets')
export class ConversationController {
  constructor(
    private readonly read: ReadTickets,
    private readonly addComment: AddComment,
    private readonly files: FileStore,
    private readonly links: SignedLinks,
    private readonly views: TicketViews,
  ) {}

  @Get('tickets/:key/comments')
  @Can('tickets.read')
  @ApiOperation({
    operationId: 'listComments',
    summary: 'The conversation, oldest first; without notes for customers',
  })
  @ApiOkResponse({ type: [CommentView] })
  async comments(@CurrentActor() actor: PersonActor, @Param('key') key: string): Promise<CommentView[]> {
    return toCommentViews(await this.read.comments(actor, key), this.signFor(actor));
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
    const [view] = toCommentViews(await this.read.comment(actor, added.commentId), this.signFor(actor));
    if (view === undefined) throw notFound('comment');
    return view;
  }

  @Get('tickets/:key/activities')
  @Can('tickets.read')
  @ApiOperation({ operationId: 'listActivities', summary: 'The trail, oldest first' })
  @ApiOkResponse({ type: [ActivityView] })
  async activities(@CurrentActor() actor: PersonActor, @Param('key') key: string): Promise<ActivityView[]> {
    const { activities, people } = await this.read.activities(actor, key);
    return activities.map((activity) => toActivityView(activity, people, actor));
  }

  @Get('tickets/:key/attachments')
  @Can('tickets.read')
  @ApiOperation({ operationId: 'listAttachments', summary: 'Files this person may see' })
  @ApiOkResponse({ type: [AttachmentView] })
  async attachments(
    @CurrentActor() actor: PersonActor,
    @Param('key') key: string,
  ): Promise<AttachmentView[]> {
    const sign = this.signFor(actor);
    return (await this.read.attachments(actor, key)).map((file) => toAttachmentView(file, sign));
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
      const newer = toCommentViews(await this.read.comments(actor, key, error.lastSeen), this.signFor(actor));
      throw conflict(error.code, error.message, { newer });
    }
  }

  private signFor(actor: PersonActor): Sign {
    return (path) => this.links.sign(actor, path);
  }
}
