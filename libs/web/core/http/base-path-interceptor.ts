import { type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { URL_PREFIX } from '../address/url-prefix';

/** The document and the code say `/api/…`; where the product lives below (`/desk`) is known from `<base href>` alone. */
export const basePathInterceptor: HttpInterceptorFn = (request, next) =>
  next(request.url.startsWith('/api/') ? request.clone({ url: inject(URL_PREFIX) + request.url }) : request);
