import { collectDefaultMetrics, Histogram, register } from 'prom-client';

const DURATIONS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

let requests: Histogram<'method' | 'route' | 'status'> | null = null;

/** Once per process: tests start several applications in one. */
export function requestDurations(): Histogram<'method' | 'route' | 'status'> {
  if (requests === null) {
    collectDefaultMetrics({ register });
    requests = new Histogram({
      name: 'desk_http_request_duration_seconds',
      help: 'Duration of HTTP requests by route',
      labelNames: ['method', 'route', 'status'],
      buckets: DURATIONS,
    });
  }
  return requests;
}
