export { BootModule } from './boot.module';
export { Processes, PROCESS_ROLES, type ProcessRole } from './processes';
