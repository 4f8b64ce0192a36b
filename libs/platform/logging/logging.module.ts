import { Global, Module } from '@nestjs/common';
import { ClsService, ClsServiceManager } from 'nestjs-cls';

import { RequestContext } from './request-context';

/** Without ClsModule, which would put an interceptor and a guard that do nothing before every handler. */
@Global()
@Module({
  providers: [{ provide: ClsService, useFactory: () => ClsServiceManager.getClsService() }, RequestContext],
  exports: [RequestContext],
})
export class LoggingModule {}
