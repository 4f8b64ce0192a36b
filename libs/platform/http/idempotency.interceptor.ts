import { createHash } from 'node:crypto';

import { CallHandler, ExecutionContext, Injectable, NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, Observable } from 'rxjs';
import { uuidv7 } from 'uuidv7';

import { Clock } from '@desk/platform/clock';
import { Database, UnitOfWork } from '@desk/platform/database';
import { conflict, DomainError } from '@desk/platform/errors';
import { DeskRequest } from '@desk/platform/security';
import { Upload, Uploads } from '@desk/platform/storage';

import { IdempotencyKey } from './idempotency.entity';

const KEPT_FOR_MS = 24 * 3600 * 1000;

type Outcome = { kind: 'fresh'; answer: unknown } | { kind: 'replayed'; first: IdempotencyKey };

type KeyedRequest = FastifyRequest & DeskRequest & { uploads?: Upload[] };

/**
 * `Idempotency-Key` on a POST of someone signed in. The key, the effect and the answer are one transaction, so a crash
 * leaves all of them or none, and of two equal requests at once the second waits and repeats the first's answer.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly uploads: Uploads,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<KeyedRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const key = keyOf(request);
    if (request.method !== 'POST' || key === null || !request.actor) return next.handle();
    return from(this.once(request, reply, key, request.actor.id, () => lastValueFrom(next.handle())));
  }

  private async once(
    request: KeyedRequest,
    reply: FastifyReply,
    key: string,
    personId: string,
    handle: () => Promise<unknown>,
  ): Promise<unknown> {
    const hash = hashOf(request);
    const outcome = await this.unitOfWork.run(async (): Promise<Outcome> => {
      const first = await this.find(personId, key);
      if (first !== null) return { kind: 'replayed', first };
      const id = await this.reserve(personId, key, hash);
      if (id === null) return { kind: 'replayed', first: await this.firstOf(personId, key) };
      const answer = await handle();
      await this.keep(id, reply.statusCode, answer);
      return { kind: 'fresh', answer };
    });
    if (outcome.kind === 'fresh') return outcome.answer;
    await this.uploads.discard(request.uploads ?? []);
    if (outcome.first.request_hash !== hash) {
      throw conflict('idempotency_key_reused', 'This Idempotency-Key was used with another request');
    }
    void reply.status(outcome.first.status).header('Idempotency-Replayed', 'true');
    return JSON.parse(outcome.first.response) as unknown;
  }

  private async find(personId: string, key: string): Promise<IdempotencyKey | null> {
    const found = await this.database.find(IdempotencyKey, { person_id: personId, idempotency_key: key });
    if (found === null) return null;
    if (this.clock.now().getTime() - found.created_at.getTime() < KEPT_FOR_MS) return found;
    await this.database.run('DELETE FROM idempotency_keys WHERE id = ?', [found.id]);
    return null;
  }

  /** Before the effect, so that an equal request at the same time waits here. @returns null when it came first. */
  private async reserve(personId: string, key: string, hash: string): Promise<string | null> {
    const id = uuidv7();
    const reserved = await this.unitOfWork.attempt(() =>
      this.database.insert(IdempotencyKey, {
        id,
        person_id: personId,
        idempotency_key: key,
        request_hash: hash,
        status: 0,
        response: '',
        created_at: this.clock.now(),
      }),
    );
    return reserved.ok ? id : null;
  }

  /** What the request that came first answered; it has ended, or the key would still be held. */
  private async firstOf(personId: string, key: string): Promise<IdempotencyKey> {
    const first = await this.database.hold(IdempotencyKey, { person_id: personId, idempotency_key: key });
    if (first === null)
      throw conflict('idempotency_key_in_use', 'A request with this Idempotency-Key was under way');
    return first;
  }

  private async keep(id: string, status: number, answer: unknown): Promise<void> {
    await this.database.update(IdempotencyKey, { id }, { status, response: JSON.stringify(answer ?? null) });
  }
}

function keyOf(request: KeyedRequest): string | null {
  const header = request.headers['idempotency-key'];
  if (header === undefined) return null;
  if (typeof header !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(header)) {
    throw new DomainError(
      'invalid',
      'malformed_idempotency_key',
      'Idempotency-Key must have 1 to 200 visible characters',
    );
  }
  return header;
}

/**
 * Files count by their content: a repeated multipart request has other upload ids. The role counts because an answer to
 * staff holds what is not for the customer that its reader may have become.
 */
function hashOf(request: KeyedRequest): string {
  const files = (request.uploads ?? []).map((upload) => [upload.filename, upload.sha256]);
  const body = { ...(request.body as Record<string, unknown> | null) };
  if (files.length > 0) delete body['upload_ids'];
  return createHash('sha256')
    .update(JSON.stringify([request.method, request.originalUrl, request.actor?.role, body, files]))
    .digest('hex');
}
