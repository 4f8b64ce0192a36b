import { createAdapter } from '@socket.io/redis-adapter';

import { type RedisLink } from '@desk/platform/redis';

import { type DeskServer } from '../desk-socket';

/** Rooms that reach over every API process: what one emits, the connections of all of them hear. */
export function acrossProcesses(server: DeskServer, redis: RedisLink): void {
  const adapter = createAdapter(redis.for('publisher'), redis.for('subscriber'), {
    key: redis.key('sockets'),
    publishOnSpecificResponseChannel: true,
    requestsTimeout: 2000,
  });
  server.adapter(adapter);
}
