import { applyDecorators, RequestMapping, RequestMethod, UseInterceptors } from '@nestjs/common';

import { WritingInterceptor } from './writing.interceptor';

/**
 * Routes that write are declared with these and not with Nest's, which lint refuses: they take files and repeated
 * requests. An interceptor on the routes that read as well would cost those some five per cent of their time.
 */
export const Post = writing(RequestMethod.POST);
export const Put = writing(RequestMethod.PUT);
export const Patch = writing(RequestMethod.PATCH);
export const Delete = writing(RequestMethod.DELETE);

function writing(method: RequestMethod): (path?: string) => MethodDecorator {
  return (path = '') =>
    applyDecorators(RequestMapping({ path, method }), UseInterceptors(WritingInterceptor));
}
