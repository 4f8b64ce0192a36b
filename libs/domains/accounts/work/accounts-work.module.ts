import { Module } from '@nestjs/common';

import { AccountsModule } from '../accounts.module';
import { ForgetSessions } from './forget-sessions';

@Module({ imports: [AccountsModule], providers: [ForgetSessions] })
export class AccountsWorkModule {}
