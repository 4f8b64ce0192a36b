import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Formats } from '@desk/web/core';
import { TranslocoPipe } from '@jsverse/transloco';

/** A file that hangs on a ticket or comment; `url` is its signed download address. */
export interface StoredFile {
  id: string | number;
  filename: string;
  file_size: number;
  content_type: string;
  url: string;
}

/** The files of a message, to open or download. */
@Component({
  selector: 'desk-attachment-list',
  imports: [MatIcon, MatIconButton, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul [attr.aria-label]="'ui.files.attachments' | transloco">
      @for (file of files(); track file.id) {
        <li>
          <mat-icon [svgIcon]="file.content_type.startsWith('image/') ? 'image' : 'description'" />
          <span class="name" [title]="file.filename">{{ file.filename }}</span>
          <span class="size">{{ formats.fileSize(file.file_size) }}</span>
          <a
            matIconButton
            target="_blank"
            rel="noopener"
            [href]="file.url"
            [download]="file.filename"
            [attr.aria-label]="'ui.files.download' | transloco: { name: file.filename }"
          >
            <mat-icon svgIcon="download" />
          </a>
        </li>
      }
    </ul>
  `,
  styleUrl: './file-rows.scss',
})
export class AttachmentList {
  protected readonly formats = inject(Formats);
  readonly files = input.required<readonly StoredFile[]>();
}
