import { Readable } from 'node:stream';

import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan } from 'typeorm';
import { uuidv7 } from 'uuidv7';

import { Clock } from '@desk/platform/clock';
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
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly files: FileStore,
  ) {}

  /** Stores the content first, then its row; a crash in between leaves a file that the next equal upload takes over. */
  async receive(ownerId: string, file: IncomingFile): Promise<Upload> {
    const stored = await this.files.put(file.content);
    const filename = safeFileName(file.filename);
    const content_type = await contentTypeOf(() => this.files.open(stored.sha256), filename);
    const upload: Upload = {
      id: uuidv7(),
      owner_id: ownerId,
      filename,
      content_type,
      file_size: stored.size,
      sha256: stored.sha256,
      created_at: this.clock.now(),
      claimed_at: null,
    };
    await this.unitOfWork.run(() => this.database.write().insert(Upload, upload));
    return upload;
  }

  /**
   * Takes the owner's unclaimed uploads for something in the same unit of work.
   * @throws 400 naming `upload_ids` when one is missing, another's, or taken already.
   */
  async claim(ownerId: string, ids: readonly string[]): Promise<Upload[]> {
    if (ids.length === 0) return [];
    const criteria = { id: In([...ids]), owner_id: ownerId, claimed_at: IsNull() };
    const found = await this.database.write().findBy(Upload, criteria);
    if (found.length !== new Set(ids).size) {
      throw invalidField(
        'upload_ids',
        'unknown_upload',
        'An upload does not exist, is not yours, or is in use already',
      );
    }
    await this.database.write().update(Upload, criteria, { claimed_at: this.clock.now() });
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
    const orphans = await this.unitOfWork.run(async () => {
      await this.database
        .write()
        .delete(Upload, { id: In(uploads.map((upload) => upload.id)), claimed_at: IsNull() });
      const hashes = [...new Set(uploads.map((upload) => upload.sha256))];
      const used = await this.database
        .write()
        .find(Upload, { select: { sha256: true }, where: { sha256: In(hashes) } });
      return hashes.filter((hash) => !used.some((upload) => upload.sha256 === hash));
    });
    for (const hash of orphans) await this.files.delete(hash);
  }
}
