export { BootModule } from './boot.module';
export { AlreadyServed } from './process-lease';
export { assertNotServed, StillServed } from './served';
export { bootSchema } from './process-lease.entity';
export { Processes, PROCESS_ROLES, type ProcessRole } from './processes';
