export { acrossProcesses } from './across-processes';
export { RedisRealtime } from './redis-realtime';
