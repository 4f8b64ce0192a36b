import { Injectable } from '@nestjs/common';

import { Measure } from '@desk/platform/metrics';

import { SocketRealtime } from './socket-realtime';

@Injectable()
export class MeasureSockets {
  constructor(private readonly realtime: SocketRealtime) {}

  @Measure({ name: 'desk_sockets_connected', help: 'Socket connections of this process' })
  async connected(): Promise<number> {
    return this.realtime.connections;
  }
}
