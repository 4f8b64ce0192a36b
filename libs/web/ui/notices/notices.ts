import { DOCUMENT, Injectable, inject } from '@angular/core';
import {
  MatSnackBar,
  type MatSnackBarConfig,
  type MatSnackBarRef,
  type TextOnlySnackBar,
} from '@angular/material/snack-bar';
import { Problem } from '@desk/web/core';
import { TranslocoService } from '@jsverse/transloco';
import { problemWords } from '../states/problem-words';

const SHOWN_MS = 5_000;
const UNDO_MS = 8_000;
/** As the theme's smallest screens. */
const PHONE = '(width < 600px)';

/** Short words after an action, at the edge of the screen. Texts come translated. */
@Injectable({ providedIn: 'root' })
export class Notices {
  private readonly snackBar = inject(MatSnackBar);
  private readonly transloco = inject(TranslocoService);
  private readonly window = inject(DOCUMENT).defaultView;

  done(text: string): void {
    this.open(text, undefined, { duration: SHOWN_MS });
  }

  /** For what was destructive: true when the person took it back. */
  async doneWithUndo(text: string): Promise<boolean> {
    const bar = this.open(text, this.transloco.translate('ui.undo'), { duration: UNDO_MS });
    return new Promise((resolve) => bar.afterDismissed().subscribe((end) => resolve(end.dismissedByAction)));
  }

  /** An action failed. What could not be loaded belongs into desk-error-state, what fits a field beside the field. */
  failed(thrown: unknown): void {
    const text = problemWords(Problem.from(thrown), this.transloco);
    this.open(text, this.transloco.translate('ui.dismiss'), { duration: UNDO_MS, politeness: 'assertive' });
  }

  /** A phone has the page's main button at its lower edge. */
  private open(
    text: string,
    action: string | undefined,
    options: MatSnackBarConfig,
  ): MatSnackBarRef<TextOnlySnackBar> {
    const verticalPosition = this.window?.matchMedia?.(PHONE).matches ? 'top' : 'bottom';
    return this.snackBar.open(text, action, { ...options, verticalPosition });
  }
}
