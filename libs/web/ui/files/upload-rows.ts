import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Formats, type UploadList } from '@desk/web/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { ProblemWords } from '../states/problem-words';

/** The files of a composer on their way to the server: progress, cancel, retry, remove. */
@Component({
  selector: 'desk-upload-rows',
  imports: [MatIcon, MatIconButton, ProblemWords, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul [attr.aria-label]="'ui.files.attachments' | transloco">
      @for (upload of list().uploads(); track upload) {
        <li [class.failed]="upload.hasFailed()">
          <mat-icon
            [svgIcon]="upload.hasFailed() ? 'error' : upload.stored() ? 'check_circle' : 'upload_file'"
          />
          <span class="name" [title]="upload.name">{{ upload.name }}</span>
          @if (upload.fault; as fault) {
            <span class="size" role="alert">{{
              'ui.files.' + fault | transloco: { max: formats.fileSize(upload.maxBytes) }
            }}</span>
          } @else if (upload.problem(); as problem) {
            <span class="size" role="alert">{{ problem | problemWords }}</span>
            <button
              matIconButton
              type="button"
              [attr.aria-label]="'ui.files.retry' | transloco: { name: upload.name }"
              (click)="upload.retry()"
            >
              <mat-icon svgIcon="refresh" />
            </button>
          } @else if (upload.isRunning()) {
            <progress
              [value]="upload.progress()"
              [attr.aria-label]="'ui.files.sending' | transloco: { name: upload.name }"
            ></progress>
          } @else {
            <span class="size">{{ formats.fileSize(upload.size) }}</span>
          }
          <button
            matIconButton
            type="button"
            [attr.aria-label]="'ui.files.remove' | transloco: { name: upload.name }"
            (click)="list().remove(upload)"
          >
            <mat-icon svgIcon="close" />
          </button>
        </li>
      }
    </ul>
  `,
  styleUrl: './file-rows.scss',
})
export class UploadRows {
  protected readonly formats = inject(Formats);
  readonly list = input.required<UploadList>();
}
