import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

import { isProven } from '@desk/domains/accounts';
import { Clock } from '@desk/platform/clock';
import {
  ApiPage,
  COUNT_CAP,
  decodeCursor,
  encodeCursor,
  type Page,
  PAGE_SIZE,
  toPage,
} from '@desk/platform/http';
import { LinkTokens, type Mail, Mails } from '@desk/platform/mail';
import { Can, CurrentActor, type PersonActor } from '@desk/platform/security';

import { MailView, OutboxQuery, toMailView } from './outbox.dto';

@ApiTags('notifications')
@Controller('notifications/outbox')
export class OutboxController {
  constructor(
    private readonly clock: Clock,
    private readonly mails: Mails,
    private readonly tokens: LinkTokens,
  ) {}

  @Get()
  @Can('outbox.read')
  @ApiOperation({
    operationId: 'listOutbox',
    summary: 'Mail of the desk, newest first: kept, waiting, sent, failed',
    description: 'The links of kept mail are there for ten minutes after you proved that it is you.',
  })
  @ApiPage(MailView)
  async list(
    @CurrentActor() actor: PersonActor,
    @Query() query: OutboxQuery,
    @Req() request: FastifyRequest,
  ): Promise<Page<MailView>> {
    // A link to a new password is no less than the password: neither an API token nor an unattended screen gets one.
    const seesLinks = isProven(actor, this.clock.now());
    const view = (mail: Mail) =>
      seesLinks
        ? toMailView(this.tokens.shown(mail), false)
        : toMailView(this.tokens.hidden(mail), actor.scopes === undefined && isToBeShown(mail));
    const size = query.page_size ?? PAGE_SIZE;
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor);
    const skip = query.cursor === undefined ? ((query.page ?? 1) - 1) * size : 0;
    const afterId = after === null ? undefined : String(after.id);
    const { rows, count } = await this.mails.page(query.state, { skip, take: size + 1, afterId });
    const shown = rows.slice(0, size);
    const last = shown.at(-1);
    const nextCursor =
      rows.length > size && last !== undefined ? encodeCursor({ value: null, id: last.id }) : null;
    const slice = {
      rows: shown,
      count: Math.min(count, COUNT_CAP),
      countCapped: count > COUNT_CAP,
      nextCursor,
    };
    return toPage(slice, query, request.originalUrl, view);
  }
}

function isToBeShown({ state, link_id }: Mail): boolean {
  return state === 'kept' && link_id !== null;
}
