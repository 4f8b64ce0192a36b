import { collectDefaultMetrics, Counter, Histogram, register } from 'prom-client';

/* What this process counts while it works. Once a process: tests start several applications in one. */

const DURATIONS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

interface Counts {
  requests: Histogram<'method' | 'route' | 'status'>;
  databaseErrors: Counter<'outcome'>;
}

let counts: Counts | null = null;

function counted(): Counts {
  if (counts !== null) return counts;
  collectDefaultMetrics({ register });
  counts = {
    requests: new Histogram({
      name: 'desk_http_request_duration_seconds',
      help: 'Duration of HTTP requests by route',
      labelNames: ['method', 'route', 'status'],
      buckets: DURATIONS,
    }),
    databaseErrors: new Counter({
      name: 'desk_database_errors_total',
      help: 'Times that the database was busy or away: retried here, or refused with a 503',
      labelNames: ['outcome'],
    }),
  };
  // A series that begins with its first error would hide that error from every rate.
  for (const outcome of OUTCOMES) counts.databaseErrors.inc({ outcome }, 0);
  return counts;
}

const OUTCOMES = ['retried', 'refused'] as const;

export function requestDurations(): Histogram<'method' | 'route' | 'status'> {
  return counted().requests;
}

export function countDatabaseError(outcome: (typeof OUTCOMES)[number]): void {
  counted().databaseErrors.inc({ outcome });
}
