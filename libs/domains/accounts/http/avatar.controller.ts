import { Controller, Get, HttpCode, Param, Query, Req, Res, StreamableFile } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { Delete, type FileRequest, onlyFile, Put, UuidId } from '@desk/platform/http';
import { BySignedLink, Can, CurrentActor, type PersonActor } from '@desk/platform/security';
import { FileStore } from '@desk/platform/storage';

import { Avatars } from '../actions/avatars';
import { ChangeAvatar } from '../actions/change-avatar';
import { UserQueries } from '../actions/user-queries';
import { AvatarQuery } from './user-queries.dto';
import { toUserView, UserView } from './user.dto';

/** People's pictures: one's own to choose, others' to see. */
@ApiTags('accounts')
@Controller('accounts/users')
export class AvatarController {
  constructor(
    private readonly users: UserQueries,
    private readonly changeAvatar: ChangeAvatar,
    private readonly avatars: Avatars,
    private readonly files: FileStore,
  ) {}

  @Put('me/avatar')
  @Can('self.update')
  @ApiOperation({
    operationId: 'setMyAvatar',
    summary: 'Your picture: a JPEG, PNG, WebP or GIF of at most 2 MB',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' } },
    },
  })
  @ApiOkResponse({ type: UserView })
  async set(@CurrentActor() actor: PersonActor, @Req() request: FileRequest): Promise<UserView> {
    await this.changeAvatar.run(actor, onlyFile(request));
    return toUserView(await this.users.own(actor.id), this.avatars.shownTo(actor));
  }

  @Delete('me/avatar')
  @Can('self.update')
  @HttpCode(204)
  @ApiOperation({ operationId: 'removeMyAvatar', summary: 'No picture any more' })
  @ApiNoContentResponse()
  async remove(@CurrentActor() actor: PersonActor): Promise<void> {
    await this.changeAvatar.remove(actor);
  }

  /** Drawn by the desk itself, and kept from being anything but an image all the same. */
  @Get(':id/avatar')
  @Can('users.list')
  @BySignedLink()
  @ApiOperation({
    operationId: 'getAvatar',
    summary: 'A person’s picture; for customers their own and the staff’s',
  })
  @ApiOkResponse({ content: { 'image/webp': { schema: { type: 'string', format: 'binary' } } } })
  async get(
    @CurrentActor() actor: PersonActor,
    @Param('id', UuidId) id: string,
    @Query() { v }: AvatarQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const picture = await this.avatars.find(actor, id, v ?? null);
    void reply
      .header('Content-Security-Policy', "sandbox; default-src 'none'")
      .header('X-Content-Type-Options', 'nosniff')
      // Another picture has another address.
      .header('Cache-Control', v === undefined ? 'private, no-cache' : 'private, max-age=600');
    return new StreamableFile(await this.files.open(picture.sha256), {
      type: 'image/webp',
      length: picture.file_size,
      disposition: 'inline; filename="avatar.webp"',
    });
  }
}
