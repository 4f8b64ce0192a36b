import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { MatDialogRef } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { type Command, CommandRegistry } from '@desk/web/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { matchScore } from './match-command';
import { ShortcutKeys } from './shortcut-keys';

/** Ctrl/Cmd+K: every command that is available now, found by a few letters. */
@Component({
  selector: 'desk-command-palette',
  imports: [MatIcon, ShortcutKeys, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './command-palette.html',
  styleUrl: './command-palette.scss',
})
export class CommandPalette {
  private readonly dialog = inject<MatDialogRef<CommandPalette, Command>>(MatDialogRef);
  private readonly transloco = inject(TranslocoService);
  private readonly all = inject(CommandRegistry)
    .available()
    .map((command) => ({ command, label: this.transloco.translate(command.label) }));

  protected readonly typed = signal('');
  protected readonly found = computed(() =>
    this.all
      .map((row) => ({ ...row, score: matchScore(row.label, this.typed()) }))
      .filter((row) => row.score !== null)
      .sort((one, other) => (this.typed() ? (other.score ?? 0) - (one.score ?? 0) : 0)),
  );
  protected readonly active = linkedSignal({ source: this.found, computation: () => 0 });

  protected move(step: number, event: Event): void {
    event.preventDefault();
    const count = this.found().length;
    if (count) this.active.update((row) => (row + step + count) % count);
  }

  /** The shell runs it once the palette is gone, so that a command may move the focus or open a dialog of its own. */
  protected choose(command: Command | undefined): void {
    if (command) this.dialog.close(command);
  }
}
