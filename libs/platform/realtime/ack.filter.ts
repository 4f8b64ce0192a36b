import { ArgumentsHost, Catch, ExceptionFilter, Logger } from '@nestjs/common';

import { SocketAck } from '@desk/contracts';
import { DomainError } from '@desk/platform/errors';

/** A gateway's errors: what went wrong becomes the acknowledgement, and nothing of it leaves otherwise. */
@Catch()
export class AckFilter implements ExceptionFilter {
  private readonly logger = new Logger(AckFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const acknowledge: unknown = host.getArgByIndex(2);
    const code = error instanceof DomainError ? error.code : 'internal';
    if (code === 'internal')
      this.logger.error(`Socket event failed: ${String(error)}`, (error as Error).stack);
    if (typeof acknowledge === 'function')
      (acknowledge as (ack: SocketAck) => void)({ ok: false, error: code });
  }
}
