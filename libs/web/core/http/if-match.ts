import { HttpContext, HttpContextToken, type HttpInterceptorFn } from '@angular/common/http';

const VERSION = new HttpContextToken<number | null>(() => null);

/** The context of a write that must not overwrite what somebody else changed meanwhile: refused with 412 then. */
export function ifMatch(version: number): HttpContext {
  return new HttpContext().set(VERSION, version);
}

/** The document does not name the header, so the generated calls have no parameter for it. */
export const ifMatchInterceptor: HttpInterceptorFn = (request, next) => {
  const version = request.context.get(VERSION);
  return next(version === null ? request : request.clone({ setHeaders: { 'If-Match': `"${version}"` } }));
};
