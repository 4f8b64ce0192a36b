import { type INestApplicationContext } from '@nestjs/common';

import type { Role } from '@desk/contracts';
import { CreateUser } from '@desk/domains/accounts';
import { type PersonActor, SYSTEM } from '@desk/platform/security';

import { CUSTOMERS, STAFF } from './content';

/** The same for everybody in the demo workspace, printed at its start. */
export const DEMO_PASSWORD = 'velumera-demo';

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
  const add = async (key: string, role: Role, email: string, first_name: string, last_name: string) => {
    const draft = { email, first_name, last_name, role, password: DEMO_PASSWORD };
    const { id, full_name } = await createUser.run(SYSTEM, draft);
    people.add(key, { kind: 'person', id, role, name: full_name, email, sessionId: null, browser: true });
  };
  for (const { key, role, email, first_name, last_name } of STAFF) {
    await add(key, role, email, first_name, last_name);
  }
  for (const { key, email, first_name, last_name } of CUSTOMERS) {
    await add(key, 'customer', email, first_name, last_name);
  }
  return people;
}
