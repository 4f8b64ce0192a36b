import { DomainError, invalidField } from '@desk/platform/errors';
import { type DeskRequest } from '@desk/platform/security';
import { type Upload } from '@desk/platform/storage';

/** As MultipartInterceptor leaves it. */
export type FileRequest = DeskRequest & { body?: unknown; uploads?: Upload[] };

/**
 * The one file of a form that has nothing else.
 * @throws 400 naming every other field, or the file where there is not exactly one.
 */
export function onlyFile({ body, uploads = [] }: FileRequest): Upload {
  const fields = typeof body === 'object' ? Object.keys(body ?? {}) : [];
  const others = fields.filter((name) => name !== 'upload_ids');
  if (others.length > 0) {
    throw new DomainError('invalid', 'invalid', 'Some fields are not valid', {
      errors: others.map((field) => ({
        field,
        code: 'unknown_field',
        message: `There is no field ${field} here`,
      })),
    });
  }
  const [upload] = uploads;
  if (upload === undefined || uploads.length > 1) {
    throw invalidField('file', 'required', 'Send exactly one file, as multipart/form-data');
  }
  return upload;
}
