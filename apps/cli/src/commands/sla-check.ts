import { Command, CommandRunner } from 'nest-commander';

import { CheckBreaches } from '@desk/domains/sla';
import { SYSTEM } from '@desk/platform/security';

import { withDesk } from '../with-desk';

@Command({ name: 'sla:check', description: 'put every deadline that has passed on record' })
export class SlaCheckCommand extends CommandRunner {
  override async run(): Promise<void> {
    const { breaches } = await withDesk((desk) => desk.get(CheckBreaches, { strict: false }).run(SYSTEM));
    console.log(breaches === 1 ? '1 breach put on record' : `${breaches} breaches put on record`);
  }
}
