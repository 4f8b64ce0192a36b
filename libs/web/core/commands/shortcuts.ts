import { DOCUMENT, Injectable, inject } from '@angular/core';
import { Preferences } from '../preferences/preferences';
import { CommandRegistry } from './command-registry';
import { isTyping, keyName } from './key-name';

/** How long the second key of “g i” may take. */
const SEQUENCE_MS = 1000;
const DIALOG = '[aria-modal="true"], [role="dialog"], [role="alertdialog"]';

/** Runs commands by their keys. Started once, by the shell. */
@Injectable({ providedIn: 'root' })
export class Shortcuts {
  private readonly document = inject(DOCUMENT);
  private readonly registry = inject(CommandRegistry);
  private readonly preferences = inject(Preferences);
  private isStarted = false;
  private first: { key: string; at: number } | null = null;

  start(): void {
    if (this.isStarted) return;
    this.isStarted = true;
    this.document.addEventListener('keydown', (event) => this.press(event));
  }

  private press(event: KeyboardEvent): void {
    const key = event.defaultPrevented ? null : keyName(event);
    if (key === null || !this.mayRun(event)) return;

    const first = this.takeFirst(event.timeStamp);
    const command =
      (first && this.registry.forKeys(`${first} ${key}`)) ?? this.forSingle(key, event.timeStamp);
    if (!command) return;
    event.preventDefault();
    command.run();
  }

  /** A key that begins a longer shortcut waits for the second one. */
  private forSingle(key: string, at: number): ReturnType<CommandRegistry['forKeys']> {
    if (this.registry.hasSequence(key)) {
      this.first = { key, at };
      return undefined;
    }
    return this.registry.forKeys(key);
  }

  private takeFirst(now: number): string | null {
    const first = this.first;
    this.first = null;
    return first && now - first.at <= SEQUENCE_MS ? first.key : null;
  }

  /** Combinations always; single keys only when they are wanted, nobody types and no dialog is open. */
  private mayRun(event: KeyboardEvent): boolean {
    if (event.ctrlKey || event.metaKey || event.altKey) return true;
    const isInDialog = this.document.querySelector(DIALOG) !== null;
    return this.preferences.shortcuts() && !isTyping(event) && !isInDialog;
  }
}
