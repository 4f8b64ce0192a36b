// npm run test:scaled [-- jest's arguments]: the API on MariaDB or MySQL without Redis and with it, and what is about one
// of the two where that is there. scripts/with-services.sh starts both servers for it.
import { connect } from 'node:net';

import { build } from './lib/build.mjs';
import { run } from './lib/run.mjs';

const args = process.argv.slice(2);

/** A server on which the tests may create databases, and a Redis in which they may write keys. */
const DATABASE = process.env.TEST_DATABASE_URL ?? 'mysql://desk:desk@127.0.0.1:3306/';
const REDIS = process.env.TEST_REDIS_URL ?? 'redis://127.0.0.1:6379';

const WITHOUT_REDIS = ['stores', 'schema', 'api'];
/** Drills take minutes, and servers of their own: CI leaves them to `npm run soak`. */
const WITH_REDIS = ['api', 'redis', 'processes', ...(process.env.DESK_TEST_TIER === 'ci' ? [] : ['drills'])];

const services = [
  { name: 'MariaDB or MySQL', url: DATABASE, setting: 'TEST_DATABASE_URL', port: 3306 },
  { name: 'Redis', url: REDIS, setting: 'TEST_REDIS_URL', port: 6379 },
];

const missing = [];
for (const service of services) if (!(await answers(service))) missing.push(service);

if (missing.length > 0) {
  for (const { name, url, setting } of missing) {
    console.error(`No ${name} answers at ${new URL(url).host}; start one, or say by ${setting} where it is`);
  }
  process.exitCode = 1;
} else {
  process.env.TEST_DATABASE_URL = DATABASE;
  delete process.env.TEST_REDIS_URL;
  console.log('== on the database, without Redis');
  const alone = build(['api', 'worker', 'cli']) && test(WITHOUT_REDIS);
  process.env.TEST_REDIS_URL = REDIS;
  console.log('== on the database, with Redis');
  process.exitCode = alone && test(WITH_REDIS) ? 0 : 1;
}

function test(projects) {
  // Last, since jest takes all that follows for names of projects.
  return run('jest', args.includes('--selectProjects') ? args : [...args, '--selectProjects', ...projects]);
}

function answers({ url, port }) {
  const { hostname, port: given } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(given) || port, timeout: 3000 });
    const end = (isUp) => {
      socket.destroy();
      resolve(isUp);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.once('timeout', () => end(false));
  });
}
