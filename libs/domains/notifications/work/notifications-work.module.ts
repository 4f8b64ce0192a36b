import { Module } from '@nestjs/common';

import { AccountsModule } from '@desk/domains/accounts';
import { SlaModule } from '@desk/domains/sla';
import { TicketsModule } from '@desk/domains/tickets';

import { NotificationsModule } from '../notifications.module';
import { AccountMails } from './account-mails';
import { EmptyInboxes } from './empty-inboxes';
import { EndConnections } from './end-connections';
import { MailAccounts } from './mail-accounts';
import { MailCustomer } from './mail-customer';
import { PushTickets } from './push-tickets';
import { TellPeople } from './tell-people';

@Module({
  imports: [NotificationsModule, AccountsModule, SlaModule, TicketsModule],
  providers: [
    TellPeople,
    AccountMails,
    MailAccounts,
    MailCustomer,
    PushTickets,
    EndConnections,
    EmptyInboxes,
  ],
})
export class NotificationsWorkModule {}
