import { Controller, Get, HttpCode, Param, Query, Req } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

import type { NotificationView } from '@desk/contracts';
import { ApiPage, type Page, PAGE_SIZE, Post, toPage, UuidId } from '@desk/platform/http';
import { Can, CurrentActor, type PersonActor } from '@desk/platform/security';

import { MarkAllRead } from '../actions/mark-all-read';
import { MarkRead } from '../actions/mark-read';
import { NotificationQueries } from '../actions/notification-queries';
import { CountView, MarkedReadView, NotificationItemView, NotificationsQuery } from './notification.dto';

@ApiTags('notifications')
@Controller('notifications')
export class NotificationsController {
  constructor(
    private readonly queries: NotificationQueries,
    private readonly markRead: MarkRead,
    private readonly markAllRead: MarkAllRead,
  ) {}

  @Get()
  @Can('notifications.own')
  @ApiOperation({ operationId: 'listNotifications', summary: 'Own notifications, newest first unless told' })
  @ApiPage(NotificationItemView)
  async list(
    @CurrentActor() actor: PersonActor,
    @Query() query: NotificationsQuery,
    @Req() request: FastifyRequest,
  ): Promise<Page<NotificationView>> {
    const filters = { isRead: query.is_read, types: query.notification_type, ticketId: query.ticket };
    const window = {
      page: query.page ?? 1,
      size: query.page_size ?? PAGE_SIZE,
      cursor: query.cursor,
      newestFirst: query.ordering !== 'created_at',
    };
    const found = await this.queries.list(actor, filters, window);
    return toPage(found, query, request.originalUrl, (view) => view);
  }

  @Get('unread-count')
  @Can('notifications.own')
  @ApiOperation({ operationId: 'countUnreadNotifications', summary: 'How many are unread' })
  @ApiOkResponse({ type: CountView })
  async unreadCount(@CurrentActor() actor: PersonActor): Promise<CountView> {
    return { count: await this.queries.unreadCount(actor) };
  }

  @Post('mark_all_read')
  @HttpCode(200)
  @Can('notifications.own')
  @ApiOperation({ operationId: 'markAllNotificationsRead', summary: 'Mark all as read' })
  @ApiOkResponse({ type: MarkedReadView })
  async readAll(@CurrentActor() actor: PersonActor): Promise<MarkedReadView> {
    return { updated: await this.markAllRead.run(actor) };
  }

  /** The other spelling that the specification has. */
  @Post('mark-all-read')
  @HttpCode(200)
  @Can('notifications.own')
  @ApiExcludeEndpoint()
  readAllToo(@CurrentActor() actor: PersonActor): Promise<MarkedReadView> {
    return this.readAll(actor);
  }

  @Post(':id/read')
  @HttpCode(200)
  @Can('notifications.own')
  @ApiOperation({ operationId: 'markNotificationRead', summary: 'Mark one as read' })
  @ApiOkResponse({ type: NotificationItemView })
  read(@CurrentActor() actor: PersonActor, @Param('id', UuidId) id: string): Promise<NotificationView> {
    return this.markRead.run(actor, { id });
  }
}
