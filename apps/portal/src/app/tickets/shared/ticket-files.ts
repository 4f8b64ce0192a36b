import { HttpClient } from '@angular/common/http';
import {
  DOCUMENT,
  DestroyRef,
  ChangeDetectionStrategy,
  Component,
  inject,
  input,
  signal,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatIcon } from '@angular/material/icon';
import { ApiConfiguration, type AttachmentView, downloadAttachment } from '@desk/web/api-client';
import { Formats } from '@desk/web/core';
import { Notices } from '@desk/web/ui';
import { TranslocoPipe } from '@jsverse/transloco';

/** The files of a message. They are fetched with the session's token, which a plain link does not carry. */
@Component({
  selector: 'desk-ticket-files',
  imports: [MatIcon, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul [attr.aria-label]="'ui.files.attachments' | transloco">
      @for (file of files(); track file.id) {
        <li>
          <button
            type="button"
            [attr.aria-label]="'ui.files.download' | transloco: { name: file.filename }"
            [attr.aria-busy]="fetching() === file.id"
            (click)="download(file)"
          >
            <mat-icon [svgIcon]="file.content_type.startsWith('image/') ? 'image' : 'description'" />
            <span class="name" [title]="file.filename">{{ file.filename }}</span>
            <span class="size">{{ formats.fileSize(file.file_size) }}</span>
            <mat-icon svgIcon="download" />
          </button>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      padding: 0;
      list-style: none;
    }

    li {
      min-width: 0;
      max-width: min(320px, 100%);
    }

    button {
      display: flex;
      align-items: center;
      gap: 8px;
      width: 100%;
      min-height: 40px;
      padding: 4px 12px;
      border: 1px solid var(--desk-line);
      border-radius: var(--desk-radius);
      background: var(--desk-surface);
      color: var(--desk-muted);
      font: inherit;
      cursor: pointer;

      &:hover {
        border-color: var(--desk-accent);
      }

      &[aria-busy='true'] {
        cursor: progress;
      }
    }

    .name {
      min-width: 0;
      overflow: hidden;
      color: var(--desk-ink);
      text-overflow: ellipsis;
      white-space: nowrap;
    }

    .size {
      font-size: var(--desk-text-small);
      white-space: nowrap;
    }
  `,
})
export class TicketFiles {
  private readonly http = inject(HttpClient);
  private readonly server = inject(ApiConfiguration);
  private readonly notices = inject(Notices);
  private readonly document = inject(DOCUMENT);
  private readonly owner = inject(DestroyRef);

  readonly files = input.required<readonly AttachmentView[]>();

  protected readonly formats = inject(Formats);
  protected readonly fetching = signal<number | null>(null);

  protected download(file: AttachmentView): void {
    if (this.fetching() !== null) return;
    this.fetching.set(file.id);
    downloadAttachment(this.http, this.server.rootUrl, { id: file.id })
      .pipe(takeUntilDestroyed(this.owner))
      .subscribe({
        next: ({ body }) => this.save(body, file.filename),
        error: (thrown: unknown) => {
          this.fetching.set(null);
          this.notices.failed(thrown);
        },
        complete: () => this.fetching.set(null),
      });
  }

  private save(blob: Blob, name: string): void {
    const address = URL.createObjectURL(blob);
    const link = this.document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    // The browser takes the file over in its own time.
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  }
}
