import { randomBytes } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

import Database from 'better-sqlite3';
import mysql from 'mysql2/promise';

/** Of the demo workspace; printed at its start. */
export const PASSWORD = 'velumera-demo';
export const AGENT = 'agent@velumera.example';
export const CUSTOMER = 'customer@velumera.example';

const UNDELIVERED =
  "SELECT (SELECT count(*) FROM jobs WHERE state <> 'parked') + (SELECT count(*) FROM outbox) AS n";

/** A workspace to be measured: what a process of it is started with, and a look into its database beside them. */
class Place {
  constructor(size, env) {
    this.size = size;
    this.env = env;
  }

  async tickets() {
    const [{ n }] = await this.rows('SELECT count(*) AS n FROM jrd_tickets');
    return Number(n);
  }

  /** Jobs and events that are still to be delivered. */
  async waiting() {
    const [{ n }] = await this.rows(UNDELIVERED);
    return Number(n);
  }

  /** Some tickets' ids. */
  async sample(condition, count) {
    const chance = this.env.DATABASE_URL === undefined ? 'random()' : 'rand()';
    const sql = `SELECT id FROM jrd_tickets WHERE ${condition} ORDER BY ${chance} LIMIT ${count}`;
    return (await this.rows(sql)).map(({ id }) => id);
  }
}

class EmbeddedPlace extends Place {
  get file() {
    return join(this.env.DATA_DIR, 'desk.sqlite');
  }

  async rows(sql) {
    const database = new Database(this.file, { readonly: true });
    try {
      return database.prepare(sql).all();
    } finally {
      database.close();
    }
  }
}

class ScaledPlace extends Place {
  async rows(sql) {
    const database = await mysql.createConnection(this.env.DATABASE_URL);
    try {
      return (await database.query(sql))[0];
    } finally {
      await database.end();
    }
  }
}

/** SQLite files with exactly so many tickets each, grown one from the other by the product's own commands. */
export async function embeddedPlaces(folder, cli, sizes) {
  const places = [];
  for (const size of sizes) {
    const place = new EmbeddedPlace(size, { DATA_DIR: join(folder, String(size)) });
    mkdirSync(place.env.DATA_DIR);
    const previous = places.at(-1);
    if (previous === undefined) begin(cli, place);
    else copyFileSync(previous.file, place.file);
    await grow(cli, place);
    places.push(place);
  }
  return places;
}

/** The same in a MariaDB, told of jobs by a Redis. */
export async function scaledPlaces(folder, cli, sizes, { databaseUrl, redisUrl }) {
  const server = await mysql.createConnection(databaseUrl);
  const places = [];
  for (const size of sizes) {
    const name = `desk_bench_${size}`;
    await server.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
    const place = new ScaledPlace(size, {
      DATA_DIR: join(folder, name),
      DATABASE_URL: new URL(name, databaseUrl).href,
      REDIS_URL: redisUrl,
      JWT_SECRET: randomBytes(32).toString('hex'),
    });
    begin(cli, place);
    await grow(cli, place);
    places.push(place);
  }
  await server.end();
  return places;
}

function begin(cli, place) {
  run(cli, place, ['migrate']);
  run(cli, place, ['demo:load']);
}

async function grow(cli, place) {
  run(cli, place, ['demo:load', '--tickets', String(place.size - (await place.tickets()))]);
  // A desk that has kept up: nothing is left over that it would do while it is measured.
  run(cli, place, ['automation:idle']);
  run(cli, place, ['sla:check']);
}

function run(cli, { env }, args) {
  const result = spawnSync(process.execPath, [cli, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (result.status !== 0) throw new Error(`${args.join(' ')}: ${result.stderr}`);
}
