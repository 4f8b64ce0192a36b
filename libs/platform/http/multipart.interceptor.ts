import {
  CallHandler,
  ExecutionContext,
  Injectable,
  NestInterceptor,
  UnsupportedMediaTypeException,
} from '@nestjs/common';
import type { MultipartFile, MultipartValue } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { catchError, from, Observable, switchMap, throwError } from 'rxjs';

import { Config } from '@desk/platform/config';
import { DomainError, invalidField } from '@desk/platform/errors';
import { DeskRequest } from '@desk/platform/security';
import { Upload, Uploads } from '@desk/platform/storage';

const MAX_FILES = 20;
const MAX_FIELD_BYTES = 1024 * 1024;

type MultipartRequest = FastifyRequest & DeskRequest & { uploads?: Upload[] };

/**
 * Makes multipart look like JSON: files are streamed to the store and become `upload_ids`, other parts become the
 * body's fields. When the request is refused after all, its files are removed again.
 */
@Injectable()
export class MultipartInterceptor implements NestInterceptor {
  constructor(
    private readonly config: Config,
    private readonly uploads: Uploads,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<MultipartRequest>();
    if (!request.isMultipart()) return next.handle();
    // Files belong to somebody. Routes without anybody take JSON.
    const owner = request.actor;
    if (!owner) throw new UnsupportedMediaTypeException();
    const received: Upload[] = [];
    const undo = (error: unknown) =>
      from(this.uploads.discard(received)).pipe(switchMap(() => throwError(() => readable(error))));
    return from(this.receive(request, owner.id, received)).pipe(
      switchMap((body) => {
        request.body = body;
        request.uploads = received;
        return next.handle();
      }),
      catchError(undo),
    );
  }

  private async receive(
    request: MultipartRequest,
    ownerId: string,
    received: Upload[],
  ): Promise<Record<string, unknown>> {
    const body: Record<string, unknown> = {};
    const limits = {
      fileSize: this.config.maxUploadBytes,
      files: MAX_FILES,
      fieldSize: MAX_FIELD_BYTES,
      fields: 50,
    };
    for await (const part of request.parts({ limits })) {
      if (part.type === 'file') received.push(await this.receiveFile(ownerId, part));
      else addField(body, part);
    }
    if (received.length > 0) body['upload_ids'] = received.map((upload) => upload.id);
    return body;
  }

  private async receiveFile(ownerId: string, part: MultipartFile): Promise<Upload> {
    if (part.fieldname !== 'files' && part.fieldname !== 'file') {
      part.file.resume();
      throw invalidField(part.fieldname, 'unknown_field', `There is no file field ${part.fieldname} here`);
    }
    const upload = await this.uploads.receive(ownerId, { content: part.file, filename: part.filename });
    if (part.file.truncated) {
      await this.uploads.discard([upload]);
      throw new DomainError(
        'too_large',
        'file_too_large',
        `A file may have at most ${megabytes(this.config.maxUploadBytes)}`,
        {
          errors: [{ field: part.fieldname, code: 'file_too_large', message: 'The file is too large' }],
        },
      );
    }
    return upload;
  }
}

/** What the parser says of a body that breaks its form has no status of its own. */
const BROKEN = /^(Multipart: Boundary not found|.*[Uu]nexpected end of multipart data|Malformed )/;

function readable(error: unknown): unknown {
  if (!(error instanceof Error) || !BROKEN.test(error.message)) return error;
  return new DomainError('invalid', 'malformed', 'The multipart body is broken or ends too early');
}

/** Repeated fields become a list; `tags` and other lists may also be sent once as JSON. */
function addField(body: Record<string, unknown>, part: MultipartValue): void {
  const value = parseField(part.value);
  const present = body[part.fieldname];
  // A null-prototype-like guard: these names would reach Object.prototype.
  if (['__proto__', 'constructor', 'prototype'].includes(part.fieldname)) {
    throw invalidField(part.fieldname, 'unknown_field', `There is no field ${part.fieldname} here`);
  }
  if (present === undefined) body[part.fieldname] = value;
  else body[part.fieldname] = Array.isArray(present) ? [...(present as unknown[]), value] : [present, value];
}

function parseField(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (value.startsWith('[')) {
    try {
      return JSON.parse(value) as unknown;
    } catch {
      return value;
    }
  }
  return value;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toLocaleString('en', { maximumSignificantDigits: 3 })} MB`;
}
