import { DynamicModule, Global, Module } from '@nestjs/common';

import { MeasureSockets } from './measure-sockets';
import { Realtime } from './realtime';
import { SocketRealtime } from './socket-realtime';

@Global()
@Module({})
export class RealtimeModule {
  /** Pushes to the connections of this process and, with Redis, of all others. */
  static withSockets(): DynamicModule {
    return {
      module: RealtimeModule,
      providers: [SocketRealtime, MeasureSockets, { provide: Realtime, useExisting: SocketRealtime }],
      exports: [Realtime, SocketRealtime],
    };
  }

  /** For a process without sockets: pushes go to those that have them, by Redis. */
  static async throughRedis(): Promise<DynamicModule> {
    const { RedisRealtime } = await import('@desk/platform/realtime/redis');
    return {
      module: RealtimeModule,
      providers: [{ provide: Realtime, useClass: RedisRealtime }],
      exports: [Realtime],
    };
  }
}
