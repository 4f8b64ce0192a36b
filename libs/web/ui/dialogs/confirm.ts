import { Injectable, inject } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import { ConfirmDialog } from './confirm-dialog';
import type { ConfirmQuestion } from './confirm-question';

@Injectable({ providedIn: 'root' })
export class Confirm {
  private readonly dialog = inject(MatDialog);

  async ask(question: ConfirmQuestion): Promise<boolean> {
    const opened = this.dialog.open<ConfirmDialog, ConfirmQuestion, boolean>(ConfirmDialog, {
      data: question,
      role: 'alertdialog',
      ariaModal: true,
      maxWidth: 'min(440px, 92vw)',
      autoFocus: question.isDestructive ? '[data-cancel]' : '[data-action]',
    });
    return (await firstValueFrom(opened.afterClosed())) ?? false;
  }
}
