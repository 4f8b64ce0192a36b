import autocannon from 'autocannon';

/**
 * Loads addresses with kept-alive connections, as many to each.
 * @returns requests a second and latencies in milliseconds.
 */
export async function load({ urls, seconds, connections, request }) {
  const latencies = [];
  let failures = 0;
  const started = performance.now();
  const runs = urls.map((url) => {
    const run = autocannon({
      url,
      connections: connections / urls.length,
      duration: seconds,
      requests: [request],
    });
    run.on('response', (_client, status, _bytes, milliseconds) => {
      latencies.push(milliseconds);
      if (status >= 400) failures += 1;
    });
    return run;
  });
  const broken = (await Promise.all(runs)).reduce((sum, { errors }) => sum + errors, 0);
  const elapsed = (performance.now() - started) / 1000;
  if (failures > 0 || broken > 0 || latencies.length === 0) {
    throw new Error(
      `${urls.join(', ')}: ${failures} refused and ${broken} broken of ${latencies.length} requests`,
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
