import { Module } from '@nestjs/common';

import { AccountsModule } from '../accounts.module';
import { CloseSockets } from './close-sockets';
import { ForgetSessions } from './forget-sessions';
import { IssueResets } from './issue-resets';

@Module({ imports: [AccountsModule], providers: [CloseSockets, ForgetSessions, IssueResets] })
export class AccountsWorkModule {}
