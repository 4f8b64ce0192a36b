import { type Signal, computed, signal } from '@angular/core';
import { type Command } from '@desk/web/core';

interface Row {
  id: string | number;
}

/** Which rows are chosen. Only what is on the screen can be: nobody acts on what they do not see. */
export class RowSelection<T extends Row> {
  private readonly picked = signal<ReadonlySet<T['id']>>(new Set());
  private lastId: T['id'] | null = null;

  readonly chosen = computed(() => this.open().filter(({ id }) => this.picked().has(id)));
  readonly isAll = computed(() => this.open().length > 0 && this.chosen().length === this.open().length);
  readonly isSome = computed(() => this.chosen().length > 0 && !this.isAll());

  private readonly open = computed(() => this.rows().filter((row) => this.mayChoose(row)));

  /** @param mayChoose whether a row is one that can be chosen at all */
  constructor(
    private readonly rows: Signal<readonly T[]>,
    readonly mayChoose: (row: T) => boolean = () => true,
  ) {}

  has(id: T['id']): boolean {
    return this.chosen().some((row) => row.id === id);
  }

  toggle(id: T['id']): void {
    const ids = new Set(this.picked());
    if (!ids.delete(id)) ids.add(id);
    this.picked.set(ids);
    this.lastId = id;
  }

  /** All from the row that was chosen last to this one. */
  extendTo(id: T['id']): void {
    const ids = this.rows().map((row) => row.id);
    const [from, to] = [ids.indexOf(this.lastId ?? id), ids.indexOf(id)];
    const range = ids.slice(Math.min(from < 0 ? to : from, to), Math.max(from, to) + 1);
    this.picked.update((picked) => new Set([...picked, ...range]));
    this.lastId = id;
  }

  /** All that are shown, or none when all are. */
  toggleAll(): void {
    if (this.isAll()) this.clear();
    else this.picked.set(new Set(this.open().map(({ id }) => id)));
  }

  clear(): void {
    this.picked.set(new Set());
    this.lastId = null;
  }
}

export interface SelectionKeys {
  /** Key of the strings: the heading in the help sheet. */
  group: string;
  /** The row that has the focus; negative when none has. */
  at: () => number;
  /** Is there anything to choose for? */
  isAvailable: () => boolean;
}

/** `x`, `Shift+x` and `Ctrl+a` for a page with a selection. */
export function selectionCommands<T extends Row>(
  selection: RowSelection<T>,
  rows: Signal<readonly T[]>,
  { group, at, isAvailable }: SelectionKeys,
): Command[] {
  const onRow = (act: (id: T['id']) => void) => () => {
    const row = rows()[at()];
    if (row) act(row.id);
  };
  return [
    {
      id: 'list-select',
      label: 'ui.selection.one',
      group,
      icon: 'check',
      keys: ['x'],
      isAvailable,
      run: onRow((id) => selection.toggle(id)),
    },
    {
      id: 'list-select-range',
      label: 'ui.selection.range',
      group,
      icon: 'check',
      keys: ['Shift+x'],
      isAvailable,
      run: onRow((id) => selection.extendTo(id)),
    },
    {
      id: 'list-select-all',
      label: 'ui.selection.all',
      group,
      icon: 'check',
      keys: ['Mod+a'],
      isAvailable: () => isAvailable() && !meansText(document.activeElement),
      run: () => selection.toggleAll(),
    },
  ];
}

/** In a field these keys choose what is typed there; a dialog's keys are its own. */
function meansText(element: Element | null): boolean {
  const field = 'input:not([type=checkbox], [type=radio]), textarea, [contenteditable]';
  return element?.closest(`${field}, [role=dialog], [role=alertdialog]`) instanceof Element;
}
