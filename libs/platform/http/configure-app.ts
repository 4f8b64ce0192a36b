import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

import { type Type } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { ClsServiceManager, CLS_ID } from 'nestjs-cls';

import { Clock } from '@desk/platform/clock';
import { type Config } from '@desk/platform/config';
import { createLogger, NestLogger } from '@desk/platform/logging';
import { requestDurations } from '@desk/platform/metrics';
import { DeskSocketAdapter } from '@desk/platform/realtime';

import { serveApiDocs } from './api-docs';
import { partsOf, sendProblem } from './problem.filter';
import { noteRequests, RequestLog } from './request-log';
import { withoutTokens } from './request-log/without-tokens';
import { serveWebPages } from './web-pages';

const BODY_LIMIT = 2 * 1024 * 1024;

/** The one way to make the HTTP application: used by the API process, the tests and the OpenAPI writer. */
export async function createHttpApp(
  module: Type | DynamicModule,
  config: Config,
  options: { preview?: boolean; webFolder?: string } = {},
): Promise<NestFastifyApplication> {
  const logger = createLogger(config.logLevel);
  const app = await NestFactory.create<NestFastifyApplication>(module, createAdapter(config, logger), {
    logger: new NestLogger(logger),
    preview: options.preview ?? false,
    abortOnError: false,
    // Nest's parsers would take forms as well; Fastify's own takes JSON.
    bodyParser: false,
    bufferLogs: false,
  });
  app.setGlobalPrefix('api', { exclude: ['health/live', 'health/ready', 'metrics'] });
  if (options.preview === true) return app;

  const fastify = app.getHttpAdapter().getInstance();
  fastify.removeContentTypeParser('text/plain');
  takeEmptyJson(fastify);
  useRequestContext(fastify);
  useRequestLog(fastify);
  noteRequests(fastify, app.get(RequestLog, { strict: false }), app.get(Clock, { strict: false }));
  // A string with any letter beyond Latin is turned into bytes by the socket, and much slower.
  fastify.addHook('onSend', (_request, _reply, payload, done) => {
    done(null, typeof payload === 'string' ? Buffer.from(payload) : payload);
  });
  await fastify.register(helmet, { contentSecurityPolicy: false, crossOriginEmbedderPolicy: false });
  await fastify.register(multipart, { throwFileSizeLimit: false });
  await serveApiDocs(fastify, app, config.urlPrefix);
  if (options.webFolder !== undefined) await serveWebPages(fastify, options.webFolder, config);
  app.useWebSocketAdapter(await DeskSocketAdapter.for(app, config));
  return app;
}

function createAdapter(config: Config, logger: ReturnType<typeof createLogger>): FastifyAdapter {
  return new FastifyAdapter({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'request_id' }),
    genReqId: () => randomUUID(),
    trustProxy: config.trustProxy,
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: 'idle',
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      // Before any hook, so nothing has named the request yet.
      void reply.header('X-Request-Id', request.id);
      sendProblem(request, reply, partsOf(error));
    },
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    rewriteUrl: (request: IncomingMessage) => belowPrefix(request.url ?? '/', config.urlPrefix),
  });
}

/** Routes are written without the prefix; an address outside it becomes one that no route has. */
export function belowPrefix(url: string, urlPrefix: string): string {
  if (!url.startsWith(urlPrefix)) return '/.outside';
  const rest = url.slice(urlPrefix.length);
  if (rest.startsWith('/')) return rest;
  return rest.startsWith('?') ? `/${rest}` : '/.outside';
}

/** Many clients name JSON as the type of every request: one without a body is that, and not a broken one. */
function takeEmptyJson(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeContentTypeParser('application/json');
  fastify.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null);
    else void parse(request, body, done);
  });
}

function useRequestContext(fastify: FastifyInstance): void {
  const cls = ClsServiceManager.getClsService();
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('X-Request-Id', request.id);
    cls.run(() => {
      cls.set(CLS_ID, request.id);
      done();
    });
  });
}

/** One line a request. Addresses without their query, which may hold a search or a signed token, and without tokens. */
function useRequestLog(fastify: FastifyInstance): void {
  const durations = requestDurations();
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    durations.observe(
      { method: request.method, route, status: String(reply.statusCode) },
      reply.elapsedTime / 1000,
    );
    request.log.info(
      {
        method: request.method,
        path: withoutTokens(request.originalUrl.split('?')[0] ?? ''),
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        ip: request.ip,
        person: (request as { actor?: { id: string } | null }).actor?.id,
      },
      'request',
    );
    done();
  });
}
