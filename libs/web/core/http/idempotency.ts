import { HttpContext, HttpContextToken, type HttpInterceptorFn } from '@angular/common/http';

const KEY = new HttpContextToken<string | null>(() => null);

/** The context of a write that the server does once, however often it arrives with the same key and body. */
export function idempotent(key: string): HttpContext {
  return new HttpContext().set(KEY, key);
}

/** The document does not name the header, so the generated calls have no parameter for it. */
export const idempotencyInterceptor: HttpInterceptorFn = (request, next) => {
  const key = request.context.get(KEY);
  return next(key === null ? request : request.clone({ setHeaders: { 'Idempotency-Key': key } }));
};
