import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';

import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';
import { DomainError, notFound } from '@desk/platform/errors';
import { PersonActor } from '@desk/platform/security';
import { FileStore, Upload, Uploads } from '@desk/platform/storage';

import { Users } from '../store/users';
import { SquarePicture } from './square-picture';

const BYTES_MAX = 2 * 1024 * 1024;

/** One's own picture: what was brought is drawn anew and let go, and so is the picture before. */
@Injectable()
export class ChangeAvatar {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly users: Users,
    private readonly files: FileStore,
    private readonly uploads: Uploads,
    private readonly pictures: SquarePicture,
  ) {}

  /** @throws 413 when the file is too large, and what `SquarePicture` throws. */
  async run(actor: PersonActor, brought: Upload): Promise<void> {
    if (brought.file_size > BYTES_MAX) throw tooLarge();
    const read = async () => buffer(await this.files.open(brought.sha256));
    const picture = await this.pictures.draw(actor.id, brought.content_type, read);
    const kept = await this.uploads.receive(actor.id, {
      content: Readable.from([picture]),
      filename: 'avatar.webp',
    });
    await this.replace(actor, kept.id);
    await this.uploads.discard([brought]);
  }

  async remove(actor: PersonActor): Promise<void> {
    await this.replace(actor, null);
  }

  /** The one before is nobody's any more with the very change, and is swept later should it not be removed at once. */
  private async replace(actor: PersonActor, uploadId: string | null): Promise<void> {
    const before = await this.unitOfWork.run(async () => {
      const user = await this.users.hold(actor.id);
      if (user === null) throw notFound('user');
      if (uploadId !== null) await this.uploads.claim(actor.id, [uploadId]);
      const released = user.avatar === null ? null : await this.uploads.release(user.avatar);
      user.avatar = uploadId;
      user.updated_at = this.clock.now();
      await this.users.save(user);
      return released;
    });
    if (before !== null) await this.uploads.discard([before]);
  }
}

function tooLarge(): DomainError {
  const message = 'A picture may have at most 2 MB';
  return new DomainError('too_large', 'file_too_large', message, {
    errors: [{ field: 'file', code: 'file_too_large', message }],
  });
}
