import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { load, medians } from './load.mjs';
import { ServerProcess } from './process.mjs';
import { NEW_TICKET, scenariosFor } from './scenarios.mjs';
import { makeWorkspaces, read } from './workspaces.mjs';

const CONNECTIONS = 8;
const LIMITS = join(import.meta.dirname, 'limits');

/** As shipped, log included, but for the request limits, which would stop any load. */
const SETTINGS = {
  HOST: '127.0.0.1',
  LOG_LEVEL: 'info',
  THROTTLE_ANON: '0',
  THROTTLE_USER: '0',
  THROTTLE_LOGIN: '0',
  THROTTLE_SESSION: '0',
};

/** Every round measures each limit and the product side by side, so that a busy machine slows all of them alike. */
export async function measure({ folder, root, sizes, rounds, seconds, warmUp }) {
  say(`Making workspaces of ${sizes.join(' and ')} tickets …`);
  const workspaces = makeWorkspaces(folder, join(root, 'dist/apps/cli/main.js'), sizes);
  const figures = { sizes, rounds, seconds, connections: CONNECTIONS, startMs: [], memoryMb: {} };
  figures.startMs = await startTimes(root, workspaces.at(-1), folder, rounds);

  const servers = [];
  try {
    const targets = [];
    const insert = await bare('durable-insert', join(folder, 'bare.sqlite'), folder);
    servers.push(insert);
    for (const { size, dataDir, file } of workspaces) {
      const copy = join(folder, `page-${size}.sqlite`);
      copyFileSync(file, copy);
      const page = await bare('indexed-page', copy, folder);
      servers.push(page);
      const desk = await ServerProcess.start([process.execPath, join(root, 'dist/apps/api/main.js')], {
        env: { ...SETTINGS, DATA_DIR: dataDir },
        log: join(folder, `desk-${size}.log`),
        path: '/desk/health/ready',
      });
      servers.push(desk);
      await drained(file);
      const { list, detail, creation, reply } = await scenariosFor(desk.address, file);
      const add = (what, request) => targets.push({ what, size, url: desk.address, request, file, desk });
      // Each right after the limit that it is compared with.
      targets.push({ what: 'limit: page', size, url: page.address, request: { method: 'GET', path: '/' } });
      add('list', list);
      add('detail', detail);
      targets.push({ what: 'limit: insert', size, ...posts(insert) });
      add('creation', creation);
      add('reply', reply);
    }
    figures.results = await inRounds(targets, { rounds, seconds, warmUp, memoryMb: figures.memoryMb });
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
  return figures;
}

async function inRounds(targets, { rounds, seconds, warmUp, memoryMb }) {
  const runs = new Map(targets.map((target) => [target, []]));
  for (let round = 1; round <= rounds; round++) {
    for (const target of targets) {
      say(`Round ${round} of ${rounds}: ${target.what} at ${target.size} …`);
      const { url, request } = target;
      if (round === 1) await load({ url, request, seconds: warmUp, connections: CONNECTIONS });
      const figures = await load({ url, request, seconds, connections: CONNECTIONS });
      figures.drainedAfter = target.file === undefined ? 0 : await drained(target.file);
      runs.get(target).push(figures);
      if (target.desk)
        memoryMb[target.size] = Math.max(memoryMb[target.size] ?? 0, await memory(target.desk));
    }
  }
  return targets.map((target) => ({
    what: target.what,
    size: target.size,
    ...medians(runs.get(target)),
    rates: runs.get(target).map((run) => run.rate),
  }));
}

/** Seconds until everything that the requests caused is done: notices, mails, pushes. */
async function drained(file) {
  const started = performance.now();
  const waiting = () =>
    read(file, (database) =>
      database.prepare("SELECT count(*) FROM jobs WHERE state <> 'parked'").pluck().get(),
    );
  while (waiting() > 0) await setTimeout(100);
  return (performance.now() - started) / 1000;
}

async function memory(desk) {
  const metrics = await (await fetch(`${desk.address}/desk/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\S+)/m.exec(metrics)?.[1]) / 1e6;
}

/** From the command to the first page, with everything built. */
async function startTimes(root, { dataDir }, folder, rounds) {
  const times = [];
  for (let round = 0; round < rounds; round++) {
    const desk = await ServerProcess.start(['npm', 'start', '--silent', '--prefix', root], {
      env: { ...SETTINGS, DATA_DIR: dataDir },
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
  return { url: insert.address, request: { method: 'POST', path: '/', headers, body: NEW_TICKET } };
}

function say(line) {
  process.stderr.write(`${line}\n`);
}
