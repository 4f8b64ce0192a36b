import { Global, Module } from '@nestjs/common';

import { Realtime } from './realtime';
import { SocketRealtime } from './socket-realtime';

@Global()
@Module({
  providers: [SocketRealtime, { provide: Realtime, useExisting: SocketRealtime }],
  exports: [Realtime, SocketRealtime],
})
export class RealtimeModule {}
