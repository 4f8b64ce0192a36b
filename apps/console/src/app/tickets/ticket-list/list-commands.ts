import { type Command } from '@desk/web/core';
import { type Assignment } from './ticket-filter';

export interface ListActions {
  search: () => void;
  step: (by: 1 | -1) => void;
  show: (assigned: Assignment) => void;
}

const GROUP = 'ticket.list.title';

/** What can be done on the list without the mouse. */
export function listCommands({ search, step, show }: ListActions): Command[] {
  return [
    {
      id: 'list-search',
      label: 'ticket.list.search',
      group: GROUP,
      icon: 'search',
      keys: ['/'],
      run: search,
    },
    {
      id: 'list-next',
      label: 'ticket.command.next',
      group: GROUP,
      icon: 'keyboard_arrow_down',
      keys: ['j'],
      run: () => step(1),
    },
    {
      id: 'list-previous',
      label: 'ticket.command.previous',
      group: GROUP,
      icon: 'keyboard_arrow_up',
      keys: ['k'],
      run: () => step(-1),
    },
    {
      id: 'list-mine',
      label: 'ticket.command.mine',
      group: GROUP,
      icon: 'person',
      keys: ['g m'],
      run: () => show('mine'),
    },
    {
      id: 'list-unassigned',
      label: 'ticket.command.unassigned',
      group: GROUP,
      icon: 'inbox',
      keys: ['g u'],
      run: () => show('unassigned'),
    },
  ];
}
