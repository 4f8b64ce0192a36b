import { type Command } from '@desk/web/core';

interface ListActions {
  search: () => void;
  step: (by: 1 | -1) => void;
}

const group = 'people.list.title';

/** What can be done on the list without the mouse. */
export function listCommands({ search, step }: ListActions): Command[] {
  return [
    { id: 'list-search', label: 'people.list.search', group, icon: 'search', keys: ['/'], run: search },
    {
      id: 'list-next',
      label: 'people.list.next',
      group,
      icon: 'keyboard_arrow_down',
      keys: ['j'],
      run: () => step(1),
    },
    {
      id: 'list-previous',
      label: 'people.list.previous',
      group,
      icon: 'keyboard_arrow_up',
      keys: ['k'],
      run: () => step(-1),
    },
  ];
}
