import {
  DOCUMENT,
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  inject,
  input,
  signal,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatIcon } from '@angular/material/icon';
import { Formats } from '@desk/web/core';
import { Busy, Notices } from '@desk/web/ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { type Attachment } from '../api/ticket-types';
import { TicketsApi } from '../api/tickets-api';

/** The files of a message. They are fetched with the access token, which a plain link does not carry. */
@Component({
  selector: 'desk-download-list',
  imports: [Busy, MatIcon, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul [attr.aria-label]="'ui.files.attachments' | transloco">
      @for (file of files(); track file.id) {
        <li>
          <button
            type="button"
            [deskBusy]="running() === file.id"
            [attr.aria-label]="'ui.files.download' | transloco: { name: file.filename }"
            (click)="download(file)"
          >
            <mat-icon [svgIcon]="file.content_type.startsWith('image/') ? 'image' : 'description'" />
            <span class="name">{{ file.filename }}</span>
            <span class="size">{{ formats.fileSize(file.file_size) }}</span>
            <mat-icon svgIcon="download" />
          </button>
        </li>
      }
    </ul>
  `,
  styles: `
    :host {
      display: block;
    }

    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      padding: 0;
      list-style: none;
    }

    button {
      position: relative;
      display: flex;
      align-items: center;
      gap: 8px;
      max-width: 320px;
      min-height: var(--desk-control);
      padding: 4px 12px;
      border: 1px solid var(--desk-line);
      border-radius: var(--desk-radius);
      background: var(--desk-surface);
      color: var(--desk-muted);
      font: inherit;
      cursor: pointer;

      &:hover {
        border-color: var(--desk-line-strong);
      }
    }

    .name {
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
export class DownloadList {
  private readonly api = inject(TicketsApi);
  private readonly notices = inject(Notices);
  private readonly document = inject(DOCUMENT);
  private readonly life = inject(DestroyRef);
  protected readonly formats = inject(Formats);

  readonly files = input.required<readonly Attachment[]>();
  protected readonly running = signal<number | null>(null);

  protected download(file: Attachment): void {
    if (this.running() !== null) return;
    this.running.set(file.id);
    this.api
      .download(file.id)
      .pipe(takeUntilDestroyed(this.life))
      .subscribe({
        next: (content) => this.save(content, file.filename),
        error: (thrown: unknown) => {
          this.running.set(null);
          this.notices.failed(thrown);
        },
        complete: () => this.running.set(null),
      });
  }

  private save(content: Blob, name: string): void {
    const link = this.document.createElement('a');
    link.href = URL.createObjectURL(content);
    link.download = name;
    link.click();
    // The browser has taken the content by the next turn.
    setTimeout(() => URL.revokeObjectURL(link.href));
  }
}
