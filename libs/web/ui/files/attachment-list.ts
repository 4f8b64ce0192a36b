import { HttpClient } from '@angular/common/http';
import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  DestroyRef,
  computed,
  effect,
  inject,
  input,
  signal,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatIcon } from '@angular/material/icon';
import { ApiConfiguration, type AttachmentView, downloadAttachment } from '@desk/web/api-client';
import { Formats } from '@desk/web/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Busy } from '../forms/busy';
import { Notices } from '../notices/notices';

/** A signed address works for ten minutes; one that is nearly as old is not worth a try. */
const ADDRESS_LIVES_MS = 9 * 60_000;
const TAKEN_OVER_MS = 60_000;

/** A file that hangs on a ticket or comment; `url` is its signed download address. */
export type StoredFile = Pick<AttachmentView, 'id' | 'filename' | 'file_size' | 'content_type' | 'url'>;

/**
 * The files of a message, to download: through the signed address, which lets the browser write straight to the disk, or,
 * without a fresh one, fetched with the session's token.
 */
@Component({
  selector: 'desk-attachment-list',
  imports: [Busy, MatIcon, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul [attr.aria-label]="'ui.files.attachments' | transloco">
      @for (file of files(); track file.id) {
        <li>
          <button
            class="stored"
            type="button"
            [deskBusy]="running() === file.id"
            [attr.aria-label]="'ui.files.download' | transloco: { name: file.filename }"
            (click)="download(file)"
          >
            <mat-icon [svgIcon]="file.content_type.startsWith('image/') ? 'image' : 'description'" />
            <span class="name" dir="auto" [title]="file.filename">{{ file.filename }}</span>
            <span class="size">{{ formats.fileSize(file.file_size) }}</span>
            <mat-icon svgIcon="download" />
          </button>
        </li>
      }
    </ul>
  `,
  styleUrl: './file-rows.scss',
})
export class AttachmentList {
  private readonly http = inject(HttpClient);
  private readonly server = inject(ApiConfiguration);
  private readonly notices = inject(Notices);
  private readonly document = inject(DOCUMENT);
  private readonly life = inject(DestroyRef);
  protected readonly formats = inject(Formats);

  readonly files = input.required<readonly StoredFile[]>();

  protected readonly running = signal<number | null>(null);
  private readonly addresses = computed(() =>
    this.files()
      .map(({ url }) => url)
      .join(),
  );
  private arrivedAt = 0;

  constructor() {
    effect(() => {
      this.addresses();
      this.arrivedAt = Date.now();
    });
  }

  protected download(file: StoredFile): void {
    if (Date.now() - this.arrivedAt < ADDRESS_LIVES_MS) {
      this.save(file.url, file.filename);
    } else if (this.running() === null) {
      this.fetch(file);
    }
  }

  private fetch(file: StoredFile): void {
    this.running.set(file.id);
    downloadAttachment(this.http, this.server.rootUrl, { id: file.id })
      .pipe(takeUntilDestroyed(this.life))
      .subscribe({
        next: ({ body }) => {
          const address = URL.createObjectURL(body);
          this.save(address, file.filename);
          // The browser takes the file over in its own time.
          setTimeout(() => URL.revokeObjectURL(address), TAKEN_OVER_MS);
        },
        error: (thrown: unknown) => {
          this.running.set(null);
          this.notices.failed(thrown);
        },
        complete: () => this.running.set(null),
      });
  }

  private save(address: string, name: string): void {
    const link = this.document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
  }
}
