import { Command, CommandRunner } from 'nest-commander';

import { RunIdleRules } from '@desk/domains/automation';
import { SYSTEM } from '@desk/platform/security';

import { withDesk } from '../with-desk';

@Command({ name: 'automation:idle', description: 'run the rules for tickets that have fallen idle' })
export class AutomationIdleCommand extends CommandRunner {
  override async run(): Promise<void> {
    const { tickets } = await withDesk((desk) => desk.get(RunIdleRules, { strict: false }).run(SYSTEM));
    console.log(tickets === 1 ? '1 idle ticket looked at' : `${tickets} idle tickets looked at`);
  }
}
