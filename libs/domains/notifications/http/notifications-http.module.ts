import { Module } from '@nestjs/common';

import { AccountsModule } from '@desk/domains/accounts';
import { TicketsModule } from '@desk/domains/tickets';

import { NotificationsModule } from '../notifications.module';
import { NotificationsController } from './notifications.controller';
import { NotificationsGateway } from './notifications.gateway';
import { OutboxController } from './outbox.controller';
import { TicketWatching } from './ticket-watching';

@Module({
  imports: [AccountsModule, NotificationsModule, TicketsModule],
  controllers: [NotificationsController, OutboxController],
  providers: [NotificationsGateway, TicketWatching],
})
export class NotificationsHttpModule {}
