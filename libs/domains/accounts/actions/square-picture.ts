import { Injectable } from '@nestjs/common';

import { OneAtATime } from '@desk/platform/concurrency';
import { DomainError, invalidField } from '@desk/platform/errors';

const SIDE = 256;
/** Above what cameras make; a small file may claim many times that and would take the memory for it. */
const PIXELS_MAX = 50_000_000;
const SECONDS_MAX = 10;
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

  /**
   * @param contentType by what is in it, not by what was said of it.
   * @throws 415 for what is no picture of a known kind, 400 for one that is broken or too large to be drawn.
   */
  draw(content: Buffer, contentType: string): Promise<Buffer> {
    if (!TYPES.includes(contentType)) throw noPicture();
    return this.oneAtATime.run('', () => this.drawOne(content));
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

function noPicture(): DomainError {
  const message = 'A picture must be a JPEG, PNG, WebP or GIF';
  return new DomainError('unsupported', 'no_picture', message, {
    errors: [{ field: 'file', code: 'no_picture', message }],
  });
}
