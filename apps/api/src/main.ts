import './heap';
import 'reflect-metadata';

import { type AddressInfo } from 'node:net';
import { join } from 'node:path';

import { type NestFastifyApplication } from '@nestjs/platform-fastify';

import { BackendModule } from '@desk/backend/backend.module';
import { loadDemo } from '@desk/backend/demo-workspace';
import { endWithoutLease } from '@desk/backend/end-without-lease';
import { ensureFirstSuperadmin } from '@desk/backend/first-superadmin';
import { migrateDatabase, requireMigrated } from '@desk/backend/prepare-database';
import { startFailure } from '@desk/backend/start-failure';
import { stopOnSignal } from '@desk/backend/stop-on-signal';
import { waitForServices } from '@desk/backend/wait-for-services';
import { Config } from '@desk/platform/config';
import { createHttpApp } from '@desk/platform/http';

/** `--work`: does the work as well although worker processes could, which is what one command for everything means. */
const FLAGS = ['--migrate', '--work', '--demo'];

/** Where the browser applications are built to, seen from dist/apps/api. */
const WEB_FOLDER = join(__dirname, '../../web');

async function start(flags: readonly string[]): Promise<void> {
  const unknown = flags.find((flag) => !FLAGS.includes(flag));
  if (unknown !== undefined) throw new Error(`There is no option ${unknown}; there are ${FLAGS.join(', ')}`);
  const isDemo = flags.includes('--demo');
  const config = Config.ofProcess(isDemo ? { DATA_DIR: join('data', 'demo') } : {});
  await waitForServices(config);
  if (flags.includes('--migrate')) await migrateDatabase(config, new Date());
  else await requireMigrated(config);
  const logins = isDemo ? await loadDemo(config, new Date(), say) : [];

  const works = config.redisUrl === null || flags.includes('--work');
  const module = BackendModule.forRoles(config, works ? ['http', 'work'] : ['http']);
  const app = await createHttpApp(module, config, { webFolder: WEB_FOLDER });
  endWithoutLease(app);
  try {
    await app.init();
    await ensureFirstSuperadmin(app);
    await app.listen(config.port, config.host);
  } catch (error) {
    await app.close();
    throw error;
  }
  stopOnSignal(app);
  say(`JeyaRamaDesk is at ${addressOf(app, config)}`);
  logins.forEach(say);
  if (isDemo && config.smtpUrl !== null)
    say('Mail to its people stays in the outbox: their addresses are made up');
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Something to click: "every interface" is no address that a browser opens. */
function addressOf(app: NestFastifyApplication, config: Config): string {
  const { port } = app.getHttpServer().address() as AddressInfo;
  const everywhere = config.host === '0.0.0.0' || config.host === '::';
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  return `http://${everywhere ? 'localhost' : host}:${port}${config.urlPrefix}/`;
}

function fail(error: unknown): void {
  process.stderr.write(`${startFailure(error)}\n`);
  process.exit(1);
}

start(process.argv.slice(2)).catch(fail);
