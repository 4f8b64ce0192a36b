import { Readable } from 'node:stream';

import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan } from 'typeorm';
import { uuidv7 } from 'uuidv7';

import { Clock } from '@desk/platform/clock';
import { Database, UnitOfWork } from '@desk/platform/database';
import { invalidField } from '@desk/platform/errors';

import { contentTypeOf } from './content-type';
import { safeFileName } from './file-name';
import { FileStore, ReceivedFile } from './file-store';
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
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly files: FileStore,
  ) {}

  /**
   * The file first and then its row, so that a crash leaves no row without its file. Then the file once more: equal
   * contents share one, and who removed another's may have asked for rows just before ours was there.
   */
  async receive(ownerId: string, file: IncomingFile): Promise<Upload> {
    const received = await this.files.receive(file.content);
    try {
      const upload = await this.describe(ownerId, safeFileName(file.filename), received);
      await this.store(upload, received);
      return upload;
    } finally {
      await received.discard();
    }
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

  find(id: string): Promise<Upload | null> {
    return this.database.read().findOneBy(Upload, { id });
  }

  /**
   * Lets go of what was claimed, in the unit of work of whatever had it: it is swept like what nobody has claimed yet.
   * @returns it, to be discarded once that is committed.
   */
  async release(id: string): Promise<Upload | null> {
    const upload = await this.database.write().findOneBy(Upload, { id });
    if (upload === null) return null;
    await this.database.write().update(Upload, { id }, { claimed_at: null });
    return { ...upload, claimed_at: null };
  }

  /** Removes uploads that came with a request which was refused, or that were let go. */
  async discard(uploads: readonly Upload[]): Promise<void> {
    if (uploads.length === 0) return;
    await this.remove(uploads);
  }

  /** Removes what nobody claimed for a day, and what a killed process left. @returns how many. */
  async sweep(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - UNCLAIMED_FOR_MS);
    const old = await this.database.read().find(Upload, {
      where: { claimed_at: IsNull(), created_at: LessThan(before) },
      take: SWEEP_BATCH,
    });
    await this.remove(old);
    return old.length + (await this.files.tidy(before, this.isNeeded));
  }

  private async store(upload: Upload, received: ReceivedFile): Promise<void> {
    try {
      await received.keep();
      await this.unitOfWork.run(() => this.database.write().insert(Upload, upload));
      await received.keep();
    } catch (error) {
      // With the database away, what is left is swept; the first failure is the one to tell of.
      await this.remove([upload]).catch(() => undefined);
      throw error;
    }
  }

  private async describe(ownerId: string, filename: string, received: ReceivedFile): Promise<Upload> {
    return {
      id: uuidv7(),
      owner_id: ownerId,
      filename,
      content_type: await contentTypeOf(() => received.open(), filename),
      file_size: received.size,
      sha256: received.sha256,
      created_at: this.clock.now(),
      claimed_at: null,
    };
  }

  private async remove(uploads: readonly Upload[]): Promise<void> {
    if (uploads.length === 0) return;
    await this.unitOfWork.run(() =>
      this.database
        .write()
        .delete(Upload, { id: In(uploads.map((upload) => upload.id)), claimed_at: IsNull() }),
    );
    for (const sha256 of new Set(uploads.map((upload) => upload.sha256))) {
      // Asked ahead too: a file that is in use stays where readers find it.
      if (!(await this.isNeeded(sha256))) await this.files.removeUnlessNeeded(sha256, this.isNeeded);
    }
  }

  private readonly isNeeded = (sha256: string) => this.database.read().existsBy(Upload, { sha256 });
}
