import { type INestApplication } from '@nestjs/common';
import { type MessageMappingProperties } from '@nestjs/websockets';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { Observable } from 'rxjs';
import type { ServerOptions } from 'socket.io';

import { SOCKET_PATH } from '@desk/contracts';
import { Clock } from '@desk/platform/clock';
import { type Config } from '@desk/platform/config';
import { RequestContext } from '@desk/platform/logging';
import { RedisLink } from '@desk/platform/redis';
import { Authenticator } from '@desk/platform/security';

import { type DeskServer } from './desk-socket';
import { acrossProcesses } from './redis/across-processes';
import { SocketDoor } from './socket-door';
import { SocketRealtime } from './socket-realtime';

/** Clients only send small questions: ids and a chat message at most. */
const MAX_MESSAGE_BYTES = 32 * 1024;

/**
 * Socket.IO on the HTTP server of the application, below the prefix, same origin only (no CORS headers at all), with
 * the door before every namespace, and a request context around every event.
 */
export class DeskSocketAdapter extends IoAdapter {
  private readonly context: RequestContext;
  private readonly realtime: SocketRealtime;
  private readonly door: SocketDoor;
  private readonly redis: RedisLink | null;

  constructor(
    app: INestApplication,
    private readonly config: Config,
  ) {
    super(app);
    this.context = app.get(RequestContext, { strict: false });
    this.realtime = app.get(SocketRealtime, { strict: false });
    this.redis = config.redisUrl === null ? null : app.get(RedisLink, { strict: false });
    const authenticator = app.get<Authenticator>(Authenticator, { strict: false });
    this.door = new SocketDoor(this.config, app.get(Clock, { strict: false }), this.context, authenticator);
  }

  override createIOServer(port: number, options?: Partial<ServerOptions>): DeskServer {
    const server = super.createIOServer(port, {
      ...options,
      path: this.config.urlPrefix + SOCKET_PATH,
      serveClient: false,
      maxHttpBufferSize: MAX_MESSAGE_BYTES,
      // Long polling would need every request of one connection to reach the same process.
      ...(this.redis === null ? {} : { transports: ['websocket'] }),
    }) as DeskServer;
    if (this.redis !== null) acrossProcesses(server, this.redis);
    this.door.guard(server.sockets);
    server.on('new_namespace', (namespace) => {
      this.door.guard(namespace);
    });
    this.realtime.attach(server);
    return server;
  }

  override bindMessageHandlers(
    socket: Parameters<IoAdapter['bindMessageHandlers']>[0],
    handlers: MessageMappingProperties[],
    transform: (data: unknown) => Observable<unknown>,
  ): void {
    const inContext = handlers.map((handler) => ({
      ...handler,
      callback: (...parameters: unknown[]) =>
        this.context.run(() =>
          (handler.callback as (...all: unknown[]) => Observable<unknown>)(...parameters),
        ),
    }));
    super.bindMessageHandlers(socket, inContext, transform);
  }
}
