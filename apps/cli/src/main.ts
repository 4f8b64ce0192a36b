import 'reflect-metadata';

import { migrateDatabase, withDatabase } from '@desk/backend/prepare-database';
import { startFailure } from '@desk/backend/start-failure';
import { Config } from '@desk/platform/config';
import { status } from '@desk/platform/database';

const USAGE = `Usage: npm run desk -- COMMAND
  migrate           run the migrations that the database lacks
  migrate:status    say which have run, which are missing, and which a newer version has run`;

const COMMANDS: Record<string, (config: Config) => Promise<void>> = {
  migrate: async (config) => {
    const ran = await migrateDatabase(config, new Date());
    console.log(ran.length === 0 ? 'Nothing to migrate' : ran.join('\n'));
  },
  'migrate:status': async (config) => {
    const { done, pending, unknown } = await withDatabase(config, status);
    const lines = [
      ...done.map((name) => `done     ${name}`),
      ...pending.map((name) => `missing  ${name}`),
      ...unknown.map((name) => `newer    ${name}`),
    ];
    console.log(lines.join('\n'));
  },
};

async function run([name, ...more]: readonly string[]): Promise<void> {
  const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined || more.length > 0) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  await command(Config.from());
}

run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(startFailure(error));
  process.exitCode = 1;
});
