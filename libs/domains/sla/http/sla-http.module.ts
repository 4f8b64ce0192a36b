import { Module } from '@nestjs/common';

import { SlaModule } from '../sla.module';
import { BreachesController } from './breaches.controller';
import { PoliciesController } from './policies.controller';

@Module({ imports: [SlaModule], controllers: [PoliciesController, BreachesController] })
export class SlaHttpModule {}
