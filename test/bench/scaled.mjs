import { join } from 'node:path';

import { scaledPlaces } from './places.mjs';
import { ServerProcess } from './process.mjs';
import { drained, inRounds, say, SETTINGS } from './rounds.mjs';
import { scenariosFor } from './scenarios.mjs';

/** How many of the API processes are asked. */
const APIS = [1, 2];

/** Two API processes and a worker on one MariaDB and Redis: the first alone is loaded, then both. */
export async function measureScaled({ folder, root, sizes, services, ...how }) {
  say(`Making workspaces of ${sizes.join(' and ')} tickets in ${new URL(services.databaseUrl).host} …`);
  const places = await scaledPlaces(folder, join(root, 'dist/apps/cli/main.js'), sizes, services);
  const servers = [];
  try {
    const targets = [];
    for (const place of places) {
      const start = (app, name, sign) =>
        ServerProcess.start([process.execPath, join(root, `dist/apps/${app}/main.js`)], {
          env: { ...SETTINGS, ...place.env },
          log: join(folder, `${name}-${place.size}.log`),
          ...sign,
        });
      const desks = [];
      for (const count of APIS) {
        desks.push(await start('api', `api-${count}`, { path: '/desk/health/ready' }));
        servers.push(desks.at(-1));
      }
      servers.push(await start('worker', 'worker', { line: 'is at work' }));
      await drained(place);
      const requests = await scenariosFor(desks[0].address, place);
      for (const what of ['list', 'detail', 'creation', 'reply']) {
        for (const apis of APIS) {
          const asked = desks.slice(0, apis);
          const urls = asked.map(({ address }) => address);
          const where = `at ${place.size.toLocaleString('en')} by ${apis}`;
          targets.push({
            what,
            where,
            size: place.size,
            apis,
            urls,
            request: requests[what],
            place,
            desks: asked,
          });
        }
      }
    }
    return { sizes, ...(await inRounds(targets, how)) };
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}
