import { type INestApplicationContext } from '@nestjs/common';

import { CreateUser } from '@desk/domains/accounts';
import { type PersonActor, SYSTEM } from '@desk/platform/security';

import { CUSTOMERS, STAFF } from './content';

/** The same for everybody in the demo workspace, printed at its start. */
export const DEMO_PASSWORD = 'velumera-demo';

type PersonDraft = Omit<Parameters<CreateUser['run']>[1], 'password'>;

export class DemoPeople {
  private readonly actors = new Map<string, PersonActor>();

  add(key: string, actor: PersonActor): void {
    this.actors.set(key, actor);
  }

  actor(key: string): PersonActor {
    const actor = this.actors.get(key);
    if (actor === undefined) throw new Error(`The demo workspace has nobody called ${key}`);
    return actor;
  }
}

export async function loadPeople(app: INestApplicationContext): Promise<DemoPeople> {
  const people = new DemoPeople();
  const createUser = app.get(CreateUser, { strict: false });
  const add = async (key: string, draft: PersonDraft) => {
    const {
      id,
      full_name: name,
      role,
      email,
    } = await createUser.run(SYSTEM, {
      ...draft,
      password: DEMO_PASSWORD,
      email_verified: true,
    });
    people.add(key, { kind: 'person', id, role, name, email, sessionId: null, browser: true });
  };
  for (const { key, role, department, job_title, ...person } of STAFF) {
    await add(key, { role, department, job_title, ...named(person) });
  }
  for (const { key, address, ...person } of CUSTOMERS) {
    await add(key, { role: 'customer', address, ...named(person) });
  }
  return people;
}

type Named = Pick<PersonDraft, 'email' | 'first_name' | 'last_name' | 'phone' | 'timezone_pref'>;

/** What the content knows of somebody and the desk keeps; languages and specialities are for the plan alone. */
function named({ email, first_name, last_name, phone, timezone_pref }: Named): Named {
  return { email, first_name, last_name, phone, timezone_pref };
}
