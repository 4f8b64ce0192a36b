import { setTimeout } from 'node:timers/promises';

import { load, medians } from './load.mjs';

const CONNECTIONS = 8;

/** As shipped, log included, but for the request limits, which would stop any load. */
export const SETTINGS = {
  HOST: '127.0.0.1',
  LOG_LEVEL: 'info',
  THROTTLE_ANON: '0',
  THROTTLE_USER: '0',
  THROTTLE_LOGIN: '0',
  THROTTLE_SESSION: '0',
};

/**
 * Measures all targets in turn, round by round, so that a busy machine slows all of them alike.
 * @param targets of each the name, what tells it from others of that name, addresses, request, and for those that cause
 *   something the place that shows when it is done.
 * @returns with the medians of each the most memory of each of the desks that was seen.
 */
export async function inRounds(targets, { rounds, seconds, warmUp }) {
  const runs = new Map(targets.map((target) => [target, []]));
  const memoryMb = new Map();
  for (let round = 1; round <= rounds; round++) {
    for (const target of targets) {
      say(`Round ${round} of ${rounds}: ${target.what} ${target.where} …`);
      const { urls, request, place, desks = [] } = target;
      if (round === 1) await load({ urls, request, seconds: warmUp, connections: CONNECTIONS });
      const figures = await load({ urls, request, seconds, connections: CONNECTIONS });
      figures.drainedAfter = place === undefined ? 0 : await drained(place);
      runs.get(target).push(figures);
      for (const desk of desks)
        memoryMb.set(desk, Math.max(memoryMb.get(desk) ?? 0, await memory(desk.address)));
    }
  }
  const results = targets.map((target) => ({
    ...target,
    ...medians(runs.get(target)),
    rates: runs.get(target).map((run) => run.rate),
  }));
  return { rounds, seconds, connections: CONNECTIONS, results, memoryMb };
}

/** Seconds until everything that the requests caused is done: notices, mails, pushes. */
export async function drained(place) {
  const started = performance.now();
  while ((await place.waiting()) > 0) await setTimeout(100);
  return (performance.now() - started) / 1000;
}

async function memory(address) {
  const metrics = await (await fetch(`${address}/desk/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\S+)/m.exec(metrics)?.[1]) / 1e6;
}

export function say(line) {
  process.stderr.write(`${line}\n`);
}
