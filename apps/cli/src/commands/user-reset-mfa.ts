import { Command, CommandRunner, Option } from 'nest-commander';

import { ResetSecondFactor } from '@desk/domains/accounts';
import { SYSTEM } from '@desk/platform/security';

import { withDesk } from '../with-desk';

@Command({
  name: 'user:reset-mfa',
  description: 'take the second factor from a person who has lost it, and sign them out',
})
export class UserResetMfaCommand extends CommandRunner {
  override async run(_arguments: string[], { email }: { email: string }): Promise<void> {
    const person = await withDesk((desk) =>
      desk.get(ResetSecondFactor, { strict: false }).run(SYSTEM, email),
    );
    console.log(`${person.email} signs in by password alone`);
  }

  @Option({ flags: '--email <address>', description: 'what they sign in with', required: true })
  email(value: string): string {
    return value;
  }
}
