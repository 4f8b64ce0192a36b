import { Logger, OnApplicationShutdown, UseFilters, UsePipes } from '@nestjs/common';
import {
  ConnectedSocket,
  MessageBody,
  OnGatewayConnection,
  OnGatewayDisconnect,
  OnGatewayInit,
  SubscribeMessage,
  WebSocketGateway,
} from '@nestjs/websockets';

import { NOTIFICATIONS_NAMESPACE, type SocketAck, type WatchAck } from '@desk/contracts';
import { OnlinePeople } from '@desk/domains/accounts';
import { createValidationPipe } from '@desk/platform/http';
import { RequestContext } from '@desk/platform/logging';
import { AckFilter, type DeskNamespace } from '@desk/platform/realtime';

import { TicketWatching, type Watcher, type WatchSocket } from './ticket-watching';
import { UnwatchBody, WatchBody, WatchListBody } from './watch.dto';

const SWEEP_MS = 1000;

/** The namespace of every signed-in page: its person's inbox comes by itself, tickets are asked for. */
@WebSocketGateway({ namespace: NOTIFICATIONS_NAMESPACE })
@UseFilters(AckFilter)
@UsePipes(createValidationPipe())
export class NotificationsGateway
  implements OnGatewayInit, OnGatewayConnection, OnGatewayDisconnect, OnApplicationShutdown
{
  private readonly logger = new Logger(NotificationsGateway.name);
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly context: RequestContext,
    private readonly watching: TicketWatching,
    private readonly online: OnlinePeople,
  ) {}

  afterInit(namespace: DeskNamespace<Watcher>): void {
    this.watching.begin(namespace);
    this.online.begin();
    this.timer = setInterval(() => this.alone(() => this.watching.sweep()), SWEEP_MS);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    if (this.timer !== null) clearInterval(this.timer);
  }

  handleConnection(socket: WatchSocket): void {
    this.online.arrived(socket.data.actor.id);
  }

  handleDisconnect(socket: WatchSocket): void {
    this.online.left(socket.data.actor.id);
    this.alone(() => this.watching.left(socket));
  }

  @SubscribeMessage('ticket:watch')
  watch(@ConnectedSocket() socket: WatchSocket, @MessageBody() body: WatchBody): Promise<WatchAck> {
    return this.watching.watch(socket, body.ticket_id, body.state ?? 'viewing');
  }

  @SubscribeMessage('ticket:unwatch')
  unwatch(@ConnectedSocket() socket: WatchSocket, @MessageBody() body: UnwatchBody): Promise<SocketAck> {
    return this.watching.unwatch(socket, body.ticket_id);
  }

  @SubscribeMessage('tickets:watch')
  watchList(@ConnectedSocket() socket: WatchSocket, @MessageBody() body: WatchListBody): Promise<SocketAck> {
    return this.watching.watchList(socket, body.ticket_ids);
  }

  /** For what no client waits for: a context of its own, and its failure in the log. */
  private alone(work: () => Promise<void>): void {
    this.context.run(work).catch((error: unknown) => this.logger.error(`Presence failed: ${String(error)}`));
  }
}
