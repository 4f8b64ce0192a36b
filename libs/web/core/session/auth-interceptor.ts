import { HttpErrorResponse, type HttpInterceptorFn, type HttpRequest } from '@angular/common/http';
import { inject } from '@angular/core';
import { catchError, from, switchMap, throwError } from 'rxjs';
import { URL_PREFIX } from '../address/url-prefix';
import { Session } from './session';
import { WITHOUT_SESSION } from './without-session';

/** Adds the access token to our own API's requests; after a 401 renews it once and repeats the request. */
export const authInterceptor: HttpInterceptorFn = (request, next) => {
  if (!request.url.startsWith(`${inject(URL_PREFIX)}/api/`) || request.context.get(WITHOUT_SESSION))
    return next(request);

  const session = inject(Session);
  const token = session.accessToken();
  if (token === null) return next(request);

  return next(withToken(request, token)).pipe(
    catchError((error: unknown) => {
      if (!(error instanceof HttpErrorResponse) || error.status !== 401) return throwError(() => error);
      return from(session.renew(token)).pipe(
        switchMap((renewed) => {
          const fresh = session.accessToken();
          return renewed && fresh ? next(withToken(request, fresh)) : throwError(() => error);
        }),
      );
    }),
  );
};

function withToken(request: HttpRequest<unknown>, token: string): HttpRequest<unknown> {
  return request.clone({ setHeaders: { Authorization: `Bearer ${token}` } });
}
