export { Housekeeping } from './housekeeping';
export { HousekeepingWorkModule } from './housekeeping-work.module';
