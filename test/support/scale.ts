/**
 * How much each tier does, in one place: `npm test` stays quick, `.ci/run` adds what needs more time, `npm run soak`
 * does every number that an issue names. `DESK_TEST_TIER` says which; unset is `npm test`.
 */
const TIERS = ['test', 'ci', 'soak'] as const;
export type Tier = (typeof TIERS)[number];

function tierOf(value = 'test'): Tier {
  const tier = TIERS.find((known) => known === value);
  if (tier === undefined) throw new Error(`DESK_TEST_TIER is ${TIERS.join(', ')}; not ${value}`);
  return tier;
}

function seedOf(value = String(Date.now() % 2 ** 31)): number {
  if (!/^\d{1,10}$/.test(value)) throw new Error(`DESK_TEST_SEED is a whole number; not ${value}`);
  return Number(value);
}

export const TIER = tierOf(process.env['DESK_TEST_TIER']);

/** What chance begins with. Printed by whatever draws from it, so that a failure can be met again. */
export const SEED = seedOf(process.env['DESK_TEST_SEED']);

const by = (counts: Record<Tier, number>): number => counts[TIER];

export const SCALE = {
  /** Times that the server is killed in a stream of writes. */
  killRounds: by({ test: 2, ci: 4, soak: 24 }),
  /** Times that two hundred creations at once are sent. */
  creationRounds: by({ test: 1, ci: 3, soak: 20 }),
  /** How long Redis is away, and requests a second meanwhile. */
  redisOutageSeconds: by({ test: 3, ci: 5, soak: 60 }),
  redisOutageLoad: by({ test: 20, ci: 25, soak: 50 }),
  /** How long the database is away, and how often. */
  databaseOutageSeconds: by({ test: 2, ci: 3, soak: 15 }),
  databaseOutages: by({ test: 1, ci: 2, soak: 5 }),
  /** Tickets that breach in the same second while workers are killed. */
  breachingTickets: by({ test: 30, ci: 60, soak: 1000 }),
  /** Rolling restarts behind a proxy, and requests a second meanwhile. */
  rollingRestarts: by({ test: 2, ci: 4, soak: 20 }),
  rollingRestartLoad: by({ test: 40, ci: 50, soak: 200 }),
} as const;

/** A line for who reads the output; `npm run soak` keeps those of its run. */
export function report(line: string): void {
  process.stdout.write(`soak: ${line}\n`);
}
