import { Module } from '@nestjs/common';

import { TicketsModule } from '../tickets.module';
import { ConversationController } from './conversation.controller';
import { LabelsController } from './labels.controller';
import { TicketActsController } from './ticket-acts.controller';
import { TicketViews } from './ticket-views';
import { TicketsController } from './tickets.controller';

@Module({
  imports: [TicketsModule],
  controllers: [TicketsController, TicketActsController, ConversationController, LabelsController],
  providers: [TicketViews],
})
export class TicketsHttpModule {}
