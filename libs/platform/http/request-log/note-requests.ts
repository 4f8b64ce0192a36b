import type { FastifyInstance, FastifyRequest } from 'fastify';

import { type Clock } from '@desk/platform/clock';
import { type DeskRequest, networkOf, plainIp } from '@desk/platform/security';

import { FewOfMinute } from './few-of-minute';
import { type RequestLog } from './request-log';
import { IP_MAX, METHOD_MAX, PATH_MAX } from './request-log.entity';
import { withoutTokens } from './without-tokens';

const READING = ['GET', 'HEAD'];
/** As servers say it of a client that left before its request was whole. */
const CLIENT_LEFT = 499;
/** What anybody may bring about without end: of these, from strangers, one a network and minute tells enough. */
const FLOODING = [404, 429, CLIENT_LEFT];
/** Other refusals of strangers, a network, status and minute: more than somebody who is merely mistaken brings about. */
const REFUSED_MOST = 30;

/**
 * Every request below `/api/` that does not only read, whatever became of it. Noted when its answer is made and not when
 * it has arrived: whoever hangs up in between is in the log all the same.
 */
export function noteRequests(fastify: FastifyInstance, log: RequestLog, clock: Clock): void {
  const noted = new WeakSet<FastifyRequest>();
  const few = new FewOfMinute(clock);
  const note = (request: FastifyRequest, status: number, durationMs: number) => {
    if (READING.includes(request.method) || !isOfApi(request) || noted.has(request)) return;
    noted.add(request);
    const person_id = (request as DeskRequest).actor?.id ?? null;
    if (person_id === null && status >= 400) {
      const most = FLOODING.includes(status) ? 1 : REFUSED_MOST;
      if (!few.of(networkOf(request.ip), status, most)) return;
    }
    log.note({
      method: request.method.slice(0, METHOD_MAX),
      path: withoutTokens(request.originalUrl.split('?')[0] ?? '').slice(0, PATH_MAX),
      status,
      person_id,
      ip_address: plainIp(request.ip).slice(0, IP_MAX),
      request_id: request.id,
      duration_ms: Math.round(durationMs),
      timestamp: new Date(clock.present().getTime() - durationMs),
    });
  };
  fastify.addHook('onSend', (request, reply, _payload, done) => {
    note(request, reply.statusCode, reply.elapsedTime);
    done();
  });
  fastify.addHook('onRequestAbort', (request, done) => {
    note(request, CLIENT_LEFT, 0);
    done();
  });
}

/** By the route that was found where there is one: an address may be spelt in many ways. */
function isOfApi({ routeOptions, url }: FastifyRequest): boolean {
  return (routeOptions.url ?? url).startsWith('/api/');
}
