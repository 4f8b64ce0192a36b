export { createLogger, NestLogger } from './logger';
export { RequestContext } from './request-context';
