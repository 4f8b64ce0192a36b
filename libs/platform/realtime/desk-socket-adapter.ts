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

  /** @param connect joins the rooms of this process with those of others; null where there are none. */
  private constructor(
    app: INestApplication,
    private readonly config: Config,
    private readonly connect: ((server: DeskServer) => void) | null,
  ) {
    super(app);
    this.context = app.get(RequestContext, { strict: false });
    this.realtime = app.get(SocketRealtime, { strict: false });
    const authenticator = app.get<Authenticator>(Authenticator, { strict: false });
    this.door = new SocketDoor(this.config, app.get(Clock, { strict: false }), this.context, authenticator);
  }

  static async for(app: INestApplication, config: Config): Promise<DeskSocketAdapter> {
    if (config.redisUrl === null) return new DeskSocketAdapter(app, config, null);
    const { acrossProcesses } = await import('@desk/platform/realtime/redis');
    const redis = app.get(RedisLink, { strict: false });
    return new DeskSocketAdapter(app, config, (server) => acrossProcesses(server, redis));
  }

  override createIOServer(port: number, options?: Partial<ServerOptions>): DeskServer {
    const server = super.createIOServer(port, {
      ...options,
      path: this.config.urlPrefix + SOCKET_PATH,
      serveClient: false,
      maxHttpBufferSize: MAX_MESSAGE_BYTES,
      // Long polling would need every request of one connection to reach the same process.
      ...(this.connect === null ? {} : { transports: ['websocket'] }),
    }) as DeskServer;
    this.connect?.(server);
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
