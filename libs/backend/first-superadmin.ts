import { type INestApplicationContext } from '@nestjs/common';

import { EnsureFirstSuperadmin } from '@desk/domains/accounts';

/** Makes the superadmin of ADMIN_EMAIL where there is none. `app` is initialised: its listeners are known. */
export async function ensureFirstSuperadmin(app: INestApplicationContext): Promise<void> {
  await app.get(EnsureFirstSuperadmin, { strict: false }).run();
}
