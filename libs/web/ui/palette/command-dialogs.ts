import { Injectable, inject } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import type { Command } from '@desk/web/core';
import { TranslocoService } from '@jsverse/transloco';

/** Opens the palette and the help sheet; both load when first asked for. */
@Injectable({ providedIn: 'root' })
export class CommandDialogs {
  private readonly dialog = inject(MatDialog);
  private readonly transloco = inject(TranslocoService);

  /** Read while the palette gathers its rows: it does not offer itself. */
  isPaletteOpen = false;

  async openPalette(): Promise<void> {
    const { CommandPalette } = await import('./command-palette');
    if (this.dialog.openDialogs.length) return;
    this.isPaletteOpen = true;
    this.dialog
      .open<unknown, undefined, Command>(CommandPalette, {
        width: '560px',
        maxWidth: '92vw',
        position: { top: '12vh' },
        ariaLabel: this.transloco.translate('ui.palette.title'),
        ariaModal: true,
      })
      .afterClosed()
      .subscribe((command) => {
        this.isPaletteOpen = false;
        command?.run();
      });
  }

  async openHelp(): Promise<void> {
    const { ShortcutHelp } = await import('./shortcut-help');
    if (this.dialog.openDialogs.length) return;
    this.dialog.open(ShortcutHelp, { width: '480px', maxWidth: '92vw', ariaModal: true });
  }
}
