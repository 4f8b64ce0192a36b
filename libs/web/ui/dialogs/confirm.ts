import { Injectable, inject } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import { ConfirmDialog } from './confirm-dialog';

/** Texts come translated. Only for what cannot be undone: where Undo works, act at once and offer it. */
export interface ConfirmQuestion {
  heading: string;
  text: string;
  /** The verb on the button: “Delete ticket”, never “OK”. */
  action: string;
  isDestructive?: boolean;
}

@Injectable({ providedIn: 'root' })
export class Confirm {
  private readonly dialog = inject(MatDialog);

  async ask(question: ConfirmQuestion): Promise<boolean> {
    const opened = this.dialog.open<ConfirmDialog, ConfirmQuestion, boolean>(ConfirmDialog, {
      data: question,
      role: 'alertdialog',
      maxWidth: 'min(440px, 92vw)',
      autoFocus: question.isDestructive ? '[data-cancel]' : '[data-action]',
    });
    return (await firstValueFrom(opened.afterClosed())) ?? false;
  }
}
