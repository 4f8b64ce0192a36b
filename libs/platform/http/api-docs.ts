import { type INestApplication } from '@nestjs/common';
import { type OpenAPIObject } from '@nestjs/swagger';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
// The package's front door would run the whole of Swagger UI at our start.
import absolutePath from 'swagger-ui-dist/absolute-path.js';

import { createOpenApiDocument } from './openapi';

/** Swagger UI styles itself at run time, so its page alone allows inline styles. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

/** `api/openapi.json` and Swagger UI at `api/docs/`. The document is made at the first request, not at the start. */
export async function serveApiDocs(
  fastify: FastifyInstance,
  app: INestApplication,
  urlPrefix: string,
): Promise<void> {
  let document: OpenAPIObject | null = null;
  fastify.get('/api/openapi.json', (_request, reply) => {
    document ??= createOpenApiDocument(app, urlPrefix);
    void reply.header('Cache-Control', 'no-cache').send(document);
  });
  const page = docsPage(`${urlPrefix}/api`);
  fastify.get('/api/docs', (_request, reply) => {
    void reply
      .header('Content-Type', 'text/html; charset=utf-8')
      .header('Content-Security-Policy', POLICY)
      .send(page);
  });
  fastify.get('/api/docs/start.js', (_request, reply) => {
    void reply
      .header('Content-Type', 'text/javascript; charset=utf-8')
      .send(startScript(`${urlPrefix}/api/openapi.json`));
  });
  await fastify.register(fastifyStatic, {
    root: absolutePath(),
    prefix: '/api/docs/assets/',
    decorateReply: false,
    index: false,
  });
}

function docsPage(api: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>JeyaRamaDesk API</title>
    <link rel="stylesheet" href="${api}/docs/assets/swagger-ui.css" />
    <link rel="icon" href="${api}/docs/assets/favicon-32x32.png" />
  </head>
  <body>
    <div id="docs"></div>
    <script src="${api}/docs/assets/swagger-ui-bundle.js"></script>
    <script src="${api}/docs/start.js"></script>
  </body>
</html>`;
}

function startScript(documentUrl: string): string {
  return `window.SwaggerUIBundle({ url: ${JSON.stringify(documentUrl)}, dom_id: '#docs', deepLinking: true, persistAuthorization: false });`;
}
