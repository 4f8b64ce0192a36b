import { type LoggerService } from '@nestjs/common';
import { ClsServiceManager } from 'nestjs-cls';
import { type Logger as Pino, pino } from 'pino';

const REDACTED = [
  'req.headers.authorization',
  'req.headers.cookie',
  'password',
  'token',
  'access',
  'refresh',
];

/** Structured JSON, one line an entry, to standard output. */
export function createLogger(level: string): Pino {
  return pino({ level, redact: REDACTED, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}

/** Nest's own messages and those of `new Logger(context)` through the same pino, with the id of what they belong to. */
export class NestLogger implements LoggerService {
  private readonly cls = ClsServiceManager.getClsService();

  constructor(private readonly pino: Pino) {}

  log(message: unknown, context?: string): void {
    this.pino.info(this.about(context), String(message));
  }

  /** Nest's levels are `(message, stack?, context?)` for errors. */
  error(message: unknown, stackOrContext?: string, context?: string): void {
    const stack = context === undefined ? undefined : stackOrContext;
    this.pino.error({ ...this.about(context ?? stackOrContext), stack }, String(message));
  }

  warn(message: unknown, context?: string): void {
    this.pino.warn(this.about(context), String(message));
  }

  debug(message: unknown, context?: string): void {
    this.pino.debug(this.about(context), String(message));
  }

  verbose(message: unknown, context?: string): void {
    this.pino.trace(this.about(context), String(message));
  }

  private about(context: string | undefined): { context?: string; request_id?: string } {
    return this.cls.isActive() ? { context, request_id: this.cls.getId() } : { context };
  }
}
