// node docker/health-check.mjs: ends with 0 when the API process of this container is ready, for Docker's HEALTHCHECK.
const { PORT = '8000', URL_PREFIX = '/desk' } = process.env;
const prefix = URL_PREFIX === '/' ? '' : URL_PREFIX;

try {
  const answer = await fetch(`http://127.0.0.1:${PORT}${prefix}/health/ready`);
  process.exitCode = answer.ok ? 0 : 1;
} catch {
  process.exitCode = 1;
}
