import { Module } from '@nestjs/common';

import { SlaModule } from '../sla.module';
import { WatchDeadlines } from './watch-deadlines';

@Module({ imports: [SlaModule], providers: [WatchDeadlines] })
export class SlaWorkModule {}
