import { type Command } from '@desk/web/core';

export interface PropertyActions {
  openStatus: () => void;
  openPriority: () => void;
  openAgent: () => void;
  focusTags: () => void;
  claim: () => void;
  mayClaim: () => boolean;
  escalate: () => void;
  mayEscalate: () => boolean;
}

const GROUP = 'ticket.page.title';

/** What can be done to a ticket without the mouse. */
export function propertyCommands(act: PropertyActions): Command[] {
  return [
    {
      id: 'set-status',
      label: 'ticket.command.status',
      group: GROUP,
      icon: 'contrast',
      keys: ['s'],
      run: act.openStatus,
    },
    {
      id: 'set-priority',
      label: 'ticket.command.priority',
      group: GROUP,
      icon: 'flag',
      keys: ['p'],
      run: act.openPriority,
    },
    {
      id: 'assign',
      label: 'ticket.command.assign',
      group: GROUP,
      icon: 'person',
      keys: ['a'],
      run: act.openAgent,
    },
    {
      id: 'tag',
      label: 'ticket.page.addTag',
      group: GROUP,
      icon: 'sell',
      keys: ['t'],
      run: act.focusTags,
    },
    {
      id: 'claim',
      label: 'ticket.page.assignToMe',
      group: GROUP,
      icon: 'person_add',
      keys: ['i'],
      isAvailable: act.mayClaim,
      run: act.claim,
    },
    {
      id: 'escalate',
      label: 'ticket.page.escalate',
      group: GROUP,
      icon: 'keyboard_double_arrow_up',
      keys: ['e'],
      isAvailable: act.mayEscalate,
      run: act.escalate,
    },
  ];
}
