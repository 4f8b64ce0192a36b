export { Schedule, SCHEDULE, Watch, WATCH, type ScheduleOptions } from './schedule.decorator';
export { scheduleSchema } from './schedule-slot.entity';
export { RUN_SCHEDULE, Scheduler } from './scheduler';
