import { type HttpClient, HttpEventType } from '@angular/common/http';
import { computed, signal } from '@angular/core';
import { type UploadView, uploadFile } from '@desk/web/api-client';
import { type Subscription } from 'rxjs';
import { Problem } from '../http/problem';

/** Why a file is not worth sending: the server would take all of it and then refuse. */
export type UploadFault = 'empty' | 'tooLarge';

/** One file on its way to the server. The generated call tells no progress, so this one is our own. */
export class Upload {
  private running: Subscription | null = null;
  private readonly sentBytes = signal(0);

  /** Not yet attached to anything: its `id` goes into `upload_ids` of the ticket or comment. */
  readonly stored = signal<UploadView | null>(null);
  readonly problem = signal<Problem | null>(null);
  /** Known before anything is sent, and not mended by another try. */
  readonly fault: UploadFault | null;
  /** 0 to 1. */
  readonly progress = computed(() => (this.stored() ? 1 : this.size ? this.sentBytes() / this.size : 0));
  readonly isRunning = computed(() => !this.hasFailed() && this.stored() === null);
  readonly hasFailed = computed(() => this.fault !== null || this.problem() !== null);

  /** A file that the server has already comes from a draft and is not sent again. */
  constructor(
    private readonly source: File | UploadView,
    private readonly http: HttpClient,
    readonly maxBytes: number,
  ) {
    this.fault = source instanceof File ? faultOf(source, maxBytes) : null;
    if (!(source instanceof File)) this.stored.set(source);
    else if (this.fault === null) this.send(source);
  }

  get name(): string {
    return this.source instanceof File ? this.source.name : this.source.filename;
  }

  get size(): number {
    return this.source instanceof File ? this.source.size : this.source.file_size;
  }

  retry(): void {
    this.cancel();
    this.problem.set(null);
    if (this.source instanceof File) this.send(this.source);
  }

  cancel(): void {
    this.running?.unsubscribe();
    this.running = null;
  }

  private send(file: File): void {
    const body = new FormData();
    body.set('file', file);
    this.sentBytes.set(0);
    this.running = this.http
      .post<UploadView>(uploadFile.PATH, body, { reportProgress: true, observe: 'events' })
      .subscribe({
        next: (event) => {
          // The form around the file counts as sent bytes as well.
          if (event.type === HttpEventType.UploadProgress)
            this.sentBytes.set(Math.min(event.loaded, file.size));
          if (event.type === HttpEventType.Response) this.stored.set(event.body);
        },
        error: (thrown: unknown) => this.problem.set(Problem.from(thrown)),
      });
  }
}

function faultOf({ size }: File, maxBytes: number): UploadFault | null {
  if (size === 0) return 'empty';
  return size > maxBytes ? 'tooLarge' : null;
}
