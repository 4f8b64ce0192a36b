import { Module } from '@nestjs/common';

import { AccountsModule } from '@desk/domains/accounts';
import { SignedLinks } from '@desk/platform/security';

import { TicketsModule } from '../tickets.module';
import { CategoriesController } from './categories.controller';
import { ConversationController } from './conversation.controller';
import { TagsController } from './tags.controller';
import { TicketActsController } from './ticket-acts.controller';
import { TicketViews } from './ticket-views';
import { TicketsController } from './tickets.controller';

@Module({
  imports: [AccountsModule, TicketsModule],
  controllers: [
    TicketsController,
    TicketActsController,
    ConversationController,
    CategoriesController,
    TagsController,
  ],
  providers: [SignedLinks, TicketViews],
})
export class TicketsHttpModule {}
