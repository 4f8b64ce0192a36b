export { Config, databaseAt, type DatabaseTarget } from './config';
export { ConfigError } from './config-error';
export type { Limit } from './read';
export { ConfigModule } from './config.module';
