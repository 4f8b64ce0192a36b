import { createHmac } from 'node:crypto';

import { CallHandler, ExecutionContext, Injectable, NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, Observable } from 'rxjs';
import { uuidv7 } from 'uuidv7';

import { Clock } from '@desk/platform/clock';
import { Config } from '@desk/platform/config';
import { Database, UnitOfWork } from '@desk/platform/database';
import { conflict, DomainError } from '@desk/platform/errors';
import { DeskRequest } from '@desk/platform/security';
import { Upload, Uploads } from '@desk/platform/storage';

import { IdempotencyKey } from './idempotency.entity';
import { refuseUnseen } from './refuse-unseen';

const KEPT_FOR_MS = 24 * 3600 * 1000;

type Asked = Pick<IdempotencyKey, 'person_id' | 'idempotency_key' | 'request_hash'>;

type KeyedRequest = FastifyRequest & DeskRequest & { uploads?: Upload[] };

/** An equal request was done meanwhile. */
class DoneBefore extends Error {
  constructor(readonly first: IdempotencyKey) {
    super('This Idempotency-Key was used already');
  }
}

/**
 * `Idempotency-Key` on a POST of someone signed in. The key, the effect and the answer are one transaction, so a crash
 * leaves all of them or none, and of two equal requests at once the second waits and repeats the first's answer. It is
 * the action that opens that transaction, so what it prepares outside, it prepares outside here too.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  /** Bodies may hold a password: without this key a hash of one would be something to guess at. */
  private readonly hashKey: Buffer;

  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly uploads: Uploads,
    config: Config,
  ) {
    this.hashKey = config.keyFor('idempotent requests');
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<KeyedRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const key = keyOf(request);
    if (request.method !== 'POST' || key === null || !request.actor) return next.handle();
    const asked = { person_id: request.actor.id, idempotency_key: key, request_hash: this.hashOf(request) };
    return from(this.answer(request, reply, asked, () => lastValueFrom(next.handle())));
  }

  private async answer(
    request: KeyedRequest,
    reply: FastifyReply,
    asked: Asked,
    handle: () => Promise<unknown>,
  ): Promise<unknown> {
    const known = await this.find(asked);
    try {
      if (known !== null && !this.isOver(known)) throw new DoneBefore(known);
      return await this.handleOnce(reply, asked, handle);
    } catch (error) {
      const first = await this.firstBefore(asked, error);
      if (first === null) throw error;
      await this.uploads.discard(request.uploads ?? []);
      return replay(reply, asked, first);
    }
  }

  private handleOnce(reply: FastifyReply, asked: Asked, handle: () => Promise<unknown>): Promise<unknown> {
    const id = uuidv7();
    return this.unitOfWork.surround({
      before: () => this.reserve(id, asked),
      act: handle,
      after: async (answer) => {
        const kept = { status: reply.statusCode, response: JSON.stringify(answer ?? null) };
        await this.database.update(IdempotencyKey, { id }, kept);
      },
    });
  }

  /** What was answered to the equal request that came first, when that is why this one failed. */
  private async firstBefore(asked: Asked, error: unknown): Promise<IdempotencyKey | null> {
    if (error instanceof DoneBefore) return error.first;
    // An action may see, ahead of its transaction, that its own doing stands there already.
    const first = error instanceof DomainError ? await this.find(asked) : null;
    return first === null || this.isOver(first) ? null : first;
  }

  private find({ person_id, idempotency_key }: Asked): Promise<IdempotencyKey | null> {
    return this.database.find(IdempotencyKey, { person_id, idempotency_key });
  }

  private isOver({ created_at }: IdempotencyKey): boolean {
    return this.clock.now().getTime() - created_at.getTime() >= KEPT_FOR_MS;
  }

  /** Before the effect, so that an equal request at the same time waits here. @throws DoneBefore */
  private async reserve(id: string, asked: Asked): Promise<void> {
    const created_at = this.clock.now();
    const row = { id, ...asked, status: 0, response: '', created_at };
    const reserved = await this.unitOfWork.attempt(() => this.database.insert(IdempotencyKey, row));
    if (reserved.ok) return;
    const { person_id, idempotency_key } = asked;
    // It has ended, or the key would still be held.
    const first = await this.database.hold(IdempotencyKey, { person_id, idempotency_key });
    if (first === null)
      throw conflict('idempotency_key_in_use', 'A request with this Idempotency-Key was under way');
    if (!this.isOver(first)) throw new DoneBefore(first);
    await this.database.run('DELETE FROM idempotency_keys WHERE id = ?', [first.id]);
    await this.database.insert(IdempotencyKey, row);
  }

  /**
   * Files count by their content: a repeated multipart request has other upload ids. The role counts because an answer
   * to staff holds what is not for the customer that its reader may have become.
   */
  private hashOf(request: KeyedRequest): string {
    // The pipes that look at a body come later, and this walks through it.
    refuseUnseen(request.body);
    const files = (request.uploads ?? []).map((upload) => [upload.filename, upload.sha256]);
    const body = { ...(request.body as Record<string, unknown> | null) };
    if (files.length > 0) delete body['upload_ids'];
    return createHmac('sha256', this.hashKey)
      .update(JSON.stringify([request.method, request.originalUrl, request.actor?.role, body, files]))
      .digest('hex');
  }
}

function replay(reply: FastifyReply, asked: Asked, first: IdempotencyKey): unknown {
  if (first.request_hash !== asked.request_hash) {
    throw conflict('idempotency_key_reused', 'This Idempotency-Key was used with another request');
  }
  void reply.status(first.status).header('Idempotency-Replayed', 'true');
  return JSON.parse(first.response) as unknown;
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
