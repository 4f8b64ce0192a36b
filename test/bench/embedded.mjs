import { copyFileSync } from 'node:fs';
import { join } from 'node:path';

import { embeddedPlaces } from './places.mjs';
import { ServerProcess } from './process.mjs';
import { drained, inRounds, say, SETTINGS } from './rounds.mjs';
import { NEW_TICKET, scenariosFor } from './scenarios.mjs';

const LIMITS = join(import.meta.dirname, 'limits');

/** Each limit of the machine and the product side by side. */
export async function measureEmbedded({ folder, root, sizes, ...how }) {
  say(`Making workspaces of ${sizes.join(' and ')} tickets …`);
  const places = await embeddedPlaces(folder, join(root, 'dist/apps/cli/main.js'), sizes);
  const startMs = await startTimes(root, places.at(-1), folder, how.rounds);

  const servers = [];
  try {
    const targets = [];
    const insert = await bare('durable-insert', join(folder, 'bare.sqlite'), folder);
    servers.push(insert);
    for (const place of places) {
      const { size } = place;
      const copy = join(folder, `page-${size}.sqlite`);
      copyFileSync(place.file, copy);
      const page = await bare('indexed-page', copy, folder);
      servers.push(page);
      const desk = await ServerProcess.start([process.execPath, join(root, 'dist/apps/api/main.js')], {
        env: { ...SETTINGS, ...place.env },
        log: join(folder, `desk-${size}.log`),
        path: '/desk/health/ready',
      });
      servers.push(desk);
      await drained(place);
      const { list, detail, creation, reply } = await scenariosFor(desk.address, place);
      const where = { size, where: `at ${size.toLocaleString('en')}` };
      const add = (what, request) =>
        targets.push({ what, ...where, urls: [desk.address], request, place, desks: [desk] });
      // Each right after the limit that it is compared with.
      const get = { method: 'GET', path: '/' };
      targets.push({ what: 'limit: page', ...where, urls: [page.address], request: get });
      add('list', list);
      add('detail', detail);
      targets.push({ what: 'limit: insert', ...where, ...posts(insert) });
      add('creation', creation);
      add('reply', reply);
    }
    return { sizes, startMs, ...(await inRounds(targets, how)) };
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}

/** From the command to the first page, with everything built. */
async function startTimes(root, { env }, folder, rounds) {
  const times = [];
  for (let round = 0; round < rounds; round++) {
    const desk = await ServerProcess.start(['npm', 'start', '--silent', '--prefix', root], {
      env: { ...SETTINGS, ...env },
      log: join(folder, 'start.log'),
      path: '/desk/',
    });
    times.push(desk.servedAfter);
    await desk.stop();
  }
  return times;
}

function bare(script, file, folder) {
  return ServerProcess.start([process.execPath, join(LIMITS, `${script}.mjs`), file], {
    log: join(folder, `${script}.log`),
    path: '/',
  });
}

function posts(insert) {
  const headers = { 'content-type': 'application/json' };
  return { urls: [insert.address], request: { method: 'POST', path: '/', headers, body: NEW_TICKET } };
}
