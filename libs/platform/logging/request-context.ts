import { randomUUID } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { CLS_ID, ClsService } from 'nestjs-cls';

/** The id that ties log lines, events and problem bodies of one request, job or command together. */
@Injectable()
export class RequestContext {
  constructor(private readonly cls: ClsService) {}

  requestId(): string | null {
    return this.cls.isActive() ? this.cls.getId() : null;
  }

  /** Everything called from `work` carries `id`; sockets, jobs and commands open their own like this. */
  run<T>(work: () => T, id: string = randomUUID()): T {
    return this.cls.run(() => {
      this.cls.set(CLS_ID, id);
      return work();
    });
  }
}
