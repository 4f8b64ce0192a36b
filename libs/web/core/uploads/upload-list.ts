import { HttpClient } from '@angular/common/http';
import { DestroyRef, computed, inject, signal } from '@angular/core';
import { type UploadView } from '@desk/web/api-client';
import { MAX_UPLOAD_BYTES } from './max-upload-bytes';
import { Upload } from './upload';

/** The files of one composer or form: sent as soon as they are chosen, attached by id when the form is sent. */
export class UploadList {
  private readonly list = signal<readonly Upload[]>([]);

  readonly uploads = this.list.asReadonly();
  readonly isBusy = computed(() => this.list().some((upload) => upload.isRunning()));
  readonly hasFailed = computed(() => this.list().some((upload) => upload.hasFailed()));
  readonly stored = computed(() => this.list().flatMap((upload) => upload.stored() ?? []));
  /** For `upload_ids` in the body. */
  readonly ids = computed(() => this.stored().map((upload) => upload.id));

  constructor(
    private readonly http: HttpClient,
    private readonly maxBytes: number,
  ) {}

  add(files: Iterable<File | UploadView>): void {
    const added = Array.from(files, (file) => new Upload(file, this.http, this.maxBytes));
    this.list.update((list) => [...list, ...added]);
  }

  remove(upload: Upload): void {
    upload.cancel();
    this.list.update((list) => list.filter((other) => other !== upload));
  }

  /** After the form was sent: the files belong to the server now. */
  clear(): void {
    for (const upload of this.list()) upload.cancel();
    this.list.set([]);
  }
}

/** Call in an injection context; what is still being sent stops with the component. */
export function createUploadList(): UploadList {
  const list = new UploadList(inject(HttpClient), inject(MAX_UPLOAD_BYTES));
  inject(DestroyRef).onDestroy(() => list.clear());
  return list;
}
