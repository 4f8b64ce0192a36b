export { createLogger, NestLogger } from './logger';
export { RequestContext } from './request-context';
export { LoggingModule } from './logging.module';
