import { Module } from '@nestjs/common';

import { SlaModule } from '../sla.module';
import { BreachesController } from './breaches.controller';
import { MeasureDeadlines } from './measure-deadlines';
import { PoliciesController } from './policies.controller';

@Module({
  imports: [SlaModule],
  controllers: [PoliciesController, BreachesController],
  providers: [MeasureDeadlines],
})
export class SlaHttpModule {}
