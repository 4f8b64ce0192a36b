import { HttpErrorResponse } from '@angular/common/http';

export interface FieldProblem {
  field: string;
  code: string;
  message: string;
}

interface ProblemBody {
  type?: string;
  title?: string;
  detail?: string;
  request_id?: string;
  errors?: FieldProblem[];
}

/**
 * A request that failed, as RFC 9457 describes it. Every failed HttpClient call rejects with one of these.
 * `status` 0 means that no answer came; `body` keeps members of the answer beyond the standard ones.
 */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    /** Last part of the problem's `type`: `otp_required`, `newer_comments` … */
    readonly code: string,
    readonly requestId: string | null,
    readonly errors: readonly FieldProblem[],
    /** Seconds until another try makes sense, from `Retry-After`. */
    readonly retryAfter: number | null,
    readonly body: Readonly<Record<string, unknown>>,
  ) {
    super(detail || title);
  }

  get isOffline(): boolean {
    return this.status === 0;
  }

  static fromResponse(response: HttpErrorResponse): Problem {
    const body = readBody(response.error);
    const retryAfter = Number(response.headers.get('Retry-After'));
    return new Problem(
      response.status,
      body.title ?? '',
      body.detail ?? '',
      body.type?.split(/[/:#]/).at(-1) ?? '',
      body.request_id ?? response.headers.get('X-Request-Id'),
      body.errors ?? [],
      retryAfter > 0 ? retryAfter : null,
      { ...body },
    );
  }

  /** Turns whatever was thrown into a problem, so that a page has one thing to show. */
  static from(thrown: unknown): Problem {
    if (thrown instanceof Problem) return thrown;
    if (thrown instanceof HttpErrorResponse) return Problem.fromResponse(thrown);
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return new Problem(-1, message, '', 'unexpected', null, [], null, {});
  }
}

function readBody(error: unknown): ProblemBody {
  // An operation that answers nothing is read as text, and so is its refusal.
  if (typeof error === 'string') return readText(error);
  return typeof error === 'object' && error !== null && !(error instanceof Event) && !(error instanceof Blob)
    ? error
    : {};
}

function readText(text: string): ProblemBody {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? body : {};
  } catch {
    return {};
  }
}
