const MODIFIER_KEYS = new Set(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead', 'Process']);

/**
 * A key press as a command writes it: `j`, `?`, `Shift+x`, `Mod+k`, `Alt+Enter`. Null for a modifier alone.
 * Shift is only told where the character does not tell it: `?` is `?` on every keyboard.
 */
export function keyName(event: KeyboardEvent): string | null {
  if (MODIFIER_KEYS.has(event.key) || event.isComposing) return null;
  const isLetter = event.key.length === 1 && event.key.toLowerCase() !== event.key.toUpperCase();
  const isNamed = event.key.length > 1;
  const shift = event.shiftKey && (isLetter || isNamed);
  const key = isLetter ? event.key.toLowerCase() : event.key;
  const modifiers = [
    event.ctrlKey || event.metaKey ? 'Mod' : '',
    event.altKey ? 'Alt' : '',
    shift ? 'Shift' : '',
  ];
  return [...modifiers.filter(Boolean), key].join('+');
}

/** Would this press write into something? Then only combinations with Ctrl, Cmd or Alt are shortcuts. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  if (!(target instanceof HTMLElement)) return false;
  const isField = target.matches('input:not([type=checkbox], [type=radio], [type=button]), textarea, select');
  // Letters choose among what such a field offers, also while it is shut.
  const isChoice = target.matches('[role=combobox], [role=listbox]');
  return isField || isChoice || target.isContentEditable;
}
