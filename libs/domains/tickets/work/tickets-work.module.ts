import { Module } from '@nestjs/common';

import { TicketsModule } from '../tickets.module';
import { ReleaseTicketsOfLeavers } from './release-tickets-of-leavers';

@Module({ imports: [TicketsModule], providers: [ReleaseTicketsOfLeavers] })
export class TicketsWorkModule {}
