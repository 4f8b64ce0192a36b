import {
  type HttpBackend,
  HttpErrorResponse,
  type HttpEvent,
  HttpHeaders,
  type HttpRequest,
  HttpResponse,
} from '@angular/common/http';
import { ApplicationRef, Injectable } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { type Observable, from, isObservable, of, switchMap, throwError } from 'rxjs';

/** An answer: a body, or a refusal; status 0 is one that was lost on its way. */
export interface Answer {
  status: number;
  body: unknown;
}

/** Events of the request's way, such as how far an upload is, stand for themselves. */
type Given = Answer | Promise<Answer> | Observable<HttpEvent<unknown>>;
type Respond = (request: HttpRequest<unknown>) => Given;

export const answer = (body: unknown): Answer => ({ status: 200, body });
export const refuse = (status: number, problem: object = {}): Answer => ({
  status,
  body: { type: 'about:blank', title: 'Refused', detail: '', request_id: 'request-7', ...problem },
});

/** Answers what a page asks by `METHOD /path/`, and remembers it. The latest answer to a route wins. */
@Injectable()
export class FakeServer implements HttpBackend {
  private readonly routes = new Map<string, Respond>();
  private readonly asked: HttpRequest<unknown>[] = [];

  on(route: string, respond: Answer | Respond): this {
    this.routes.set(route, typeof respond === 'function' ? respond : () => respond);
    return this;
  }

  /** The requests of a route, in their order. */
  to(route: string): HttpRequest<unknown>[] {
    return this.asked.filter((request) => nameOf(request) === route);
  }

  handle(request: HttpRequest<unknown>): Observable<HttpEvent<unknown>> {
    this.asked.push(request);
    const respond = this.routes.get(nameOf(request));
    if (!respond) return throwError(() => new Error(`The spec has no answer to ${nameOf(request)}`));
    const given = respond(request);
    if (isObservable(given)) return given;
    return from(Promise.resolve(given)).pipe(
      switchMap((given) =>
        given.status > 0 && given.status < 400
          ? of(new HttpResponse({ ...given, url: request.url }))
          : throwError(
              () =>
                new HttpErrorResponse({
                  status: given.status,
                  error: given.body,
                  headers: new HttpHeaders(),
                }),
            ),
      ),
    );
  }
}

/** Until the page has drawn what it asked for and asks nothing more. */
export async function settled(): Promise<void> {
  const app = TestBed.inject(ApplicationRef);
  await app.whenStable();
  app.tick();
  await app.whenStable();
}

function nameOf({ method, url }: HttpRequest<unknown>): string {
  return `${method} ${url}`;
}
