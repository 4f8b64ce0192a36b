import { Injectable, inject } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Problem } from '@desk/web/core';
import { TranslocoService } from '@jsverse/transloco';
import { problemWords } from '../states/problem-words';

const SHOWN_MS = 5_000;
const UNDO_MS = 8_000;

/** Short words after an action, at the edge of the screen. Texts come translated. */
@Injectable({ providedIn: 'root' })
export class Notices {
  private readonly snackBar = inject(MatSnackBar);
  private readonly transloco = inject(TranslocoService);

  done(text: string): void {
    this.snackBar.open(text, undefined, { duration: SHOWN_MS });
  }

  /** For what was destructive: true when the person took it back. */
  async doneWithUndo(text: string): Promise<boolean> {
    const bar = this.snackBar.open(text, this.transloco.translate('ui.undo'), { duration: UNDO_MS });
    return new Promise((resolve) => bar.afterDismissed().subscribe((end) => resolve(end.dismissedByAction)));
  }

  /** An action failed. What could not be loaded belongs into desk-error-state, what fits a field beside the field. */
  failed(thrown: unknown): void {
    const text = problemWords(Problem.from(thrown), this.transloco);
    this.snackBar.open(text, this.transloco.translate('ui.dismiss'), {
      duration: UNDO_MS,
      politeness: 'assertive',
    });
  }
}
