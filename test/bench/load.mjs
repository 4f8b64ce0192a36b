import autocannon from 'autocannon';

/**
 * Loads one address with kept-alive connections.
 * @returns requests a second and latencies in milliseconds.
 */
export async function load({ url, seconds, connections, request }) {
  const latencies = [];
  let failures = 0;
  const started = performance.now();
  const run = autocannon({
    url,
    connections,
    duration: seconds,
    requests: [request],
  });
  run.on('response', (_client, status, _bytes, milliseconds) => {
    latencies.push(milliseconds);
    if (status >= 400) failures += 1;
  });
  const result = await run;
  const elapsed = (performance.now() - started) / 1000;
  if (failures > 0 || result.errors > 0 || latencies.length === 0) {
    throw new Error(
      `${url}: ${failures} refused and ${result.errors} broken of ${latencies.length} requests`,
    );
  }
  latencies.sort((one, other) => one - other);
  const at = (share) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))];
  return { rate: latencies.length / elapsed, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** Of each figure of several runs the median one. */
export function medians(runs) {
  const middle = (values) => values.sort((one, other) => one - other)[Math.floor(values.length / 2)];
  return Object.fromEntries(Object.keys(runs[0]).map((key) => [key, middle(runs.map((run) => run[key]))]));
}
