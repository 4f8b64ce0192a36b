import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { TranslocoPipe } from '@jsverse/transloco';

/**
 * Where files are dropped, or chosen with a click, Enter or Space. Around other content it accepts drops and pasted files. One
 * that falls beside it is not opened by the browser in the place of the page.
 */
@Component({
  selector: 'desk-file-drop',
  imports: [MatIcon, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: {
    '[class.over]': 'isOver()',
    '(dragover)': 'over($event)',
    '(dragleave)': 'leave($event)',
    '(drop)': 'drop($event)',
    '(document:dragover)': 'refuse($event)',
    '(document:drop)': 'refuse($event)',
    '(paste)': 'paste($event)',
  },
  template: `
    <ng-content />
    @if (!bare()) {
      <button type="button" (click)="choose()">
        <mat-icon svgIcon="attach_file" />
        <span>{{ 'ui.files.drop' | transloco }}</span>
      </button>
    }
    <input #picker hidden type="file" [multiple]="multiple()" [accept]="accept()" (change)="picked()" />
  `,
  styles: `
    :host {
      display: block;
      border-radius: var(--desk-radius);
    }

    :host(.over) {
      outline: 2px dashed var(--desk-accent);
      outline-offset: 2px;
    }

    button {
      display: flex;
      align-items: center;
      justify-content: center;
      gap: 8px;
      width: 100%;
      min-height: 48px;
      padding: 8px 16px;
      border: 1px dashed var(--desk-line-strong);
      border-radius: var(--desk-radius);
      background: none;
      color: var(--desk-muted);
      font: inherit;
      cursor: pointer;

      &:hover {
        border-color: var(--desk-accent);
        color: var(--desk-ink);
      }
    }
  `,
})
export class FileDrop {
  /** Without the visible field: for a composer that has its own button and calls `choose()`. */
  readonly bare = input(false);
  readonly multiple = input(true);
  readonly accept = input('');
  readonly files = output<File[]>();

  protected readonly isOver = signal(false);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly picker = viewChild.required<ElementRef<HTMLInputElement>>('picker');

  /** To its button, or to the text around which it accepts drops. */
  focus(): void {
    this.host.nativeElement.querySelector<HTMLElement>('textarea, button')?.focus();
  }

  choose(): void {
    this.picker().nativeElement.click();
  }

  protected picked(): void {
    const picker = this.picker().nativeElement;
    this.tell(picker.files);
    // The same file may be chosen again after it was removed.
    picker.value = '';
  }

  protected over(event: DragEvent): void {
    if (!hasFiles(event)) return;
    event.preventDefault();
    this.isOver.set(true);
  }

  protected leave(event: DragEvent): void {
    const isStillInside = this.host.nativeElement.contains(event.relatedTarget as Node | null);
    if (!isStillInside) this.isOver.set(false);
  }

  protected drop(event: DragEvent): void {
    if (!hasFiles(event)) return;
    event.preventDefault();
    this.isOver.set(false);
    this.tell(event.dataTransfer.files);
  }

  /** What nobody has taken on its way up through the page. */
  protected refuse(event: DragEvent): void {
    if (event.defaultPrevented || !hasFiles(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'none';
  }

  protected paste(event: ClipboardEvent): void {
    if (!event.clipboardData?.files.length) return;
    event.preventDefault();
    this.tell(event.clipboardData.files);
  }

  private tell(files: FileList | null | undefined): void {
    if (files?.length) this.files.emit(Array.from(files));
  }
}

function hasFiles(event: DragEvent): event is DragEvent & { dataTransfer: DataTransfer } {
  return event.dataTransfer?.types.includes('Files') === true;
}
