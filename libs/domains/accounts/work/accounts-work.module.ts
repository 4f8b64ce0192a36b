import { Module } from '@nestjs/common';

import { AccountsModule } from '../accounts.module';
import { CloseSockets } from './close-sockets';
import { ForgetSessions } from './forget-sessions';

@Module({ imports: [AccountsModule], providers: [CloseSockets, ForgetSessions] })
export class AccountsWorkModule {}
