import { Readable } from 'node:stream';

import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan } from 'typeorm';
import { uuidv7 } from 'uuidv7';

import { Clock } from '@desk/platform/clock';
import { OneAtATime } from '@desk/platform/concurrency';
import { Database, UnitOfWork } from '@desk/platform/database';
import { invalidField } from '@desk/platform/errors';

import { contentTypeOf } from './content-type';
import { safeFileName } from './file-name';
import { FileStore } from './file-store';
import { Upload } from './upload.entity';

const UNCLAIMED_FOR_MS = 24 * 3600 * 1000;
const SWEEP_BATCH = 200;

export interface IncomingFile {
  content: Readable;
  filename: string | undefined;
}

/** Files on their way in: received, then claimed by what they are attached to, or swept. */
@Injectable()
export class Uploads {
  /** Equal contents share a file: what places it and what removes it for want of a row must not meet. */
  private readonly byContent = new OneAtATime();

  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly files: FileStore,
  ) {}

  /** Stores the content first, then its row; a crash in between leaves a file that the next equal upload takes over. */
  async receive(ownerId: string, file: IncomingFile): Promise<Upload> {
    const received = await this.files.receive(file.content);
    return this.byContent.run(received.sha256, async () => {
      await received.keep();
      const filename = safeFileName(file.filename);
      const upload: Upload = {
        id: uuidv7(),
        owner_id: ownerId,
        filename,
        content_type: await contentTypeOf(() => this.files.open(received.sha256), filename),
        file_size: received.size,
        sha256: received.sha256,
        created_at: this.clock.now(),
        claimed_at: null,
      };
      await this.unitOfWork.run(() => this.database.write().insert(Upload, upload));
      return upload;
    });
  }

  /**
   * Takes the owner's unclaimed uploads for something in the same unit of work.
   * @throws 400 naming `upload_ids` when one is missing, another's, or taken already.
   */
  async claim(ownerId: string, ids: readonly string[]): Promise<Upload[]> {
    if (ids.length === 0) return [];
    const criteria = { id: In([...ids]), owner_id: ownerId, claimed_at: IsNull() };
    const found = await this.database.write().findBy(Upload, criteria);
    // What another transaction has taken since they were found, this one does not get.
    const claimed_at = this.clock.now();
    const { affected } = await this.database.write().update(Upload, criteria, { claimed_at });
    if (affected !== new Set(ids).size) {
      throw invalidField(
        'upload_ids',
        'unknown_upload',
        'An upload does not exist, is not yours, or is in use already',
      );
    }
    return ids.map((id) => found.find((upload) => upload.id === id)).filter((upload) => upload !== undefined);
  }

  /** Removes uploads that came with a request which was refused. */
  async discard(uploads: readonly Upload[]): Promise<void> {
    if (uploads.length === 0) return;
    await this.remove(uploads);
  }

  /** Removes what nobody claimed for a day. @returns how many. */
  async sweep(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - UNCLAIMED_FOR_MS);
    const old = await this.database.read().find(Upload, {
      where: { claimed_at: IsNull(), created_at: LessThan(before) },
      take: SWEEP_BATCH,
    });
    await this.remove(old);
    return old.length;
  }

  private async remove(uploads: readonly Upload[]): Promise<void> {
    if (uploads.length === 0) return;
    await this.unitOfWork.run(() =>
      this.database
        .write()
        .delete(Upload, { id: In(uploads.map((upload) => upload.id)), claimed_at: IsNull() }),
    );
    for (const sha256 of new Set(uploads.map((upload) => upload.sha256))) {
      await this.byContent.run(sha256, async () => {
        if (!(await this.database.read().existsBy(Upload, { sha256 }))) await this.files.delete(sha256);
      });
    }
  }
}
