import { Injectable } from '@nestjs/common';

import { OneAtATime } from '@desk/platform/concurrency';
import { DomainError, invalidField } from '@desk/platform/errors';

const SIDE = 256;
/** Above what cameras make; a small file may claim many times that and would take the memory for it. */
const PIXELS_MAX = 50_000_000;
const SECONDS_MAX = 10;
const WAITING_MOST = 8;
/** No SVG: that is a document, with scripts and addresses of its own. */
const TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'];

/**
 * A portrait out of whatever picture somebody has: drawn anew, so that nothing else comes along that was in the file, its
 * place and its camera above all. Of a moving one the first image.
 */
@Injectable()
export class SquarePicture {
  /** Each takes memory by its pixels, whoever sends it. */
  private readonly oneAtATime = new OneAtATime();
  private readonly waiting = new Set<string>();

  /**
   * @param contentType by what is in it, not by what was said of it.
   * @param read only when its turn has come: what waits takes no memory.
   * @throws 415 for what is no picture of a known kind, 400 for one that is broken or too large to be drawn,
   * 429 while this person's last one is being drawn, or too many are.
   */
  async draw(personId: string, contentType: string, read: () => Promise<Buffer>): Promise<Buffer> {
    if (!TYPES.includes(contentType)) throw noPicture();
    if (this.waiting.has(personId) || this.waiting.size >= WAITING_MOST) throw busy();
    this.waiting.add(personId);
    try {
      return await this.oneAtATime.run('', async () => this.drawOne(await read()));
    } finally {
      this.waiting.delete(personId);
    }
  }

  private async drawOne(content: Buffer): Promise<Buffer> {
    // Only when the first picture comes: the library takes its time to load.
    const { default: sharp } = await import('sharp');
    try {
      return await sharp(content, { limitInputPixels: PIXELS_MAX, failOn: 'error', pages: 1 })
        .autoOrient()
        .resize(SIDE, SIDE, { fit: 'cover' })
        .timeout({ seconds: SECONDS_MAX })
        .webp({ quality: 82 })
        .toBuffer();
    } catch {
      throw invalidField('file', 'broken_picture', 'This picture is broken or has too many pixels');
    }
  }
}

function busy(): DomainError {
  return new DomainError('too_many', 'busy', 'Another picture is being drawn; try again in a moment', {
    retryAfterSeconds: 1,
  });
}

function noPicture(): DomainError {
  const message = 'A picture must be a JPEG, PNG, WebP or GIF';
  return new DomainError('unsupported', 'no_picture', message, {
    errors: [{ field: 'file', code: 'no_picture', message }],
  });
}
