import { Module } from '@nestjs/common';

import { TicketsModule } from '../tickets.module';
import { ConversationController } from './conversation.controller';
import { LabelsController } from './labels.controller';
import { TicketsController } from './tickets.controller';

@Module({
  imports: [TicketsModule],
  controllers: [TicketsController, ConversationController, LabelsController],
})
export class TicketsHttpModule {}
