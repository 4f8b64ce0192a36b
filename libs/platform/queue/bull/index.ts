export { BullQueueModule } from './bull-queue.module';
