import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';

/** Something a person can do. Menus, shortcuts, the palette and the help sheet all show the same ones. */
export interface Command {
  /** `ticket.assign-to-me` */
  id: string;
  /** Key of the strings. */
  label: string;
  /** Key of the strings: the heading in the palette and the help sheet. */
  group: string;
  icon?: string;
  /** As on EXPERIENCE's budget: `j`, `g i`, `?`, `Shift+x`, `Mod+k` (Ctrl, or Cmd on a Mac). Several are alternatives. */
  keys?: readonly string[];
  /** Read whenever the command is about to be shown or run; without it the command is always there. */
  isAvailable?: () => boolean;
  run: () => void;
}

@Injectable({ providedIn: 'root' })
export class CommandRegistry {
  private readonly registered = signal<readonly Command[]>([]);

  /** The latest registration wins an id or a key: a page may take over what the shell offers. */
  readonly commands = computed(() => [
    ...new Map(this.registered().map((command) => [command.id, command])).values(),
  ]);

  /** Offers the commands until the surrounding component (or the given one) is destroyed. */
  register(commands: readonly Command[], owner = inject(DestroyRef)): void {
    this.registered.update((all) => [...all, ...commands]);
    owner.onDestroy(() =>
      this.registered.update((all) => all.filter((command) => !commands.includes(command))),
    );
  }

  available(): Command[] {
    return this.commands().filter(isAvailable);
  }

  forKeys(keys: string): Command | undefined {
    return this.commands().findLast((command) => command.keys?.includes(keys) && isAvailable(command));
  }

  /** Is there a longer shortcut that begins like this? */
  hasSequence(firstKey: string): boolean {
    return this.commands().some((command) => command.keys?.some((keys) => keys.startsWith(`${firstKey} `)));
  }

  run(id: string): void {
    const command = this.commands().find((candidate) => candidate.id === id);
    if (command && isAvailable(command)) command.run();
  }
}

function isAvailable(command: Command): boolean {
  return command.isAvailable?.() ?? true;
}
