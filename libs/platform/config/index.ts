export { Config, databaseAt, type DatabaseTarget } from './config';
export { ConfigError } from './config-error';
export type { ProviderConfig } from './providers';
export type { Limit } from './read';
export { ConfigModule } from './config.module';
