import { Module } from '@nestjs/common';

import { AnswerPings } from './answer-pings';
import { Housekeeping } from './housekeeping';

@Module({ providers: [AnswerPings, Housekeeping] })
export class HousekeepingWorkModule {}
