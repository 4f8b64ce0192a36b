import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { catchError, throwError } from 'rxjs';
import { Problem } from './problem';

/** Callers never see an HttpErrorResponse: a failed request is a {@link Problem}. */
export const problemInterceptor: HttpInterceptorFn = (request, next) =>
  next(request).pipe(
    catchError((error: unknown) =>
      throwError(() => (error instanceof HttpErrorResponse ? Problem.fromResponse(error) : error)),
    ),
  );
