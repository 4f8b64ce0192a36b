import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  inject,
  input,
  output,
} from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Formats, type Upload, type UploadList } from '@desk/web/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { ProblemWords } from '../states/problem-words';

/** The files of a composer on their way to the server: progress, cancel, retry, remove. */
@Component({
  selector: 'desk-upload-rows',
  imports: [MatIcon, MatIconButton, ProblemWords, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul [attr.aria-label]="'ui.files.attachments' | transloco">
      @for (upload of list().uploads(); track upload; let position = $index) {
        <li [class.failed]="upload.hasFailed()">
          <mat-icon
            [svgIcon]="upload.hasFailed() ? 'error' : upload.stored() ? 'check_circle' : 'upload_file'"
          />
          <span class="name" dir="auto" [title]="upload.name">{{ upload.name }}</span>
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
              (click)="retry(upload, position)"
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
            class="remove"
            matIconButton
            type="button"
            [attr.aria-label]="'ui.files.remove' | transloco: { name: upload.name }"
            (click)="remove(upload, position)"
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
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  protected readonly formats = inject(Formats);

  readonly list = input.required<UploadList>();
  /** The last file was taken away: the focus has no row to go to. */
  readonly lastRemoved = output();

  protected retry(upload: Upload, position: number): void {
    upload.retry();
    this.focusRow(position);
  }

  protected remove(upload: Upload, position: number): void {
    this.list().remove(upload);
    const last = this.list().uploads().length - 1;
    if (last < 0) this.lastRemoved.emit();
    else this.focusRow(Math.min(position, last));
  }

  /** The button that was pressed goes away, and the focus must not go with it. */
  private focusRow(position: number): void {
    const focus = () => this.host.nativeElement.querySelectorAll<HTMLElement>('.remove')[position]?.focus();
    afterNextRender(focus, { injector: this.injector });
  }
}
