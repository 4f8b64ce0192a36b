import { Command, CommandRunner, Option } from 'nest-commander';

import { type Role, ROLES } from '@desk/contracts';
import { CreateUser } from '@desk/domains/accounts';
import { invalidField } from '@desk/platform/errors';
import { SYSTEM } from '@desk/platform/security';

import { withDesk } from '../with-desk';

interface Options {
  email: string;
  password: string;
  role: Role;
  firstName: string;
  lastName: string;
}

@Command({ name: 'user:create', description: 'create a person who can sign in' })
export class UserCreateCommand extends CommandRunner {
  override async run(_arguments: string[], options: Options): Promise<void> {
    const { email, password, role, firstName: first_name, lastName: last_name } = options;
    const draft = { email, password, role, first_name, last_name };
    const person = await withDesk((desk) => desk.get(CreateUser, { strict: false }).run(SYSTEM, draft));
    console.log(`Created ${person.role} ${person.email}, ${person.id}`);
  }

  @Option({ flags: '--email <address>', description: 'what they sign in with', required: true })
  email(value: string): string {
    if (!/^[^\s@]+@[^\s@]+$/.test(value) || value.length > 254) {
      throw invalidField('email', 'not_an_email', `"${value}" is no email address`);
    }
    return value;
  }

  @Option({ flags: '--password <password>', description: 'at least 10 characters', required: true })
  password(value: string): string {
    return value;
  }

  @Option({ flags: '--role <role>', description: ROLES.join(', '), required: true })
  role(value: string): Role {
    const role = ROLES.find((each) => each === value);
    if (role === undefined) throw invalidField('role', 'not_allowed', `is one of ${ROLES.join(', ')}`);
    return role;
  }

  @Option({ flags: '--first-name <name>', description: 'how they are called', defaultValue: '' })
  firstName(value: string): string {
    return value;
  }

  @Option({ flags: '--last-name <name>', description: 'and their family', defaultValue: '' })
  lastName(value: string): string {
    return value;
  }
}
