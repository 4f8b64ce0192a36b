import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { Config } from '@desk/platform/config';

import { sendProblem } from './problem.filter';

const APPLICATIONS = [
  { name: 'console', below: '/console/' },
  { name: 'portal', below: '/' },
] as const;
type Application = (typeof APPLICATIONS)[number];

/** What a page is told of how this desk is set up. */
type PageConfig = Pick<Config, 'urlPrefix' | 'maxUploadBytes'>;

const HASHED = /-[A-Z0-9]{8}\.(js|css|woff2|svg|png)$/;

/**
 * Serves the two browser applications from `folder`: files as they are, every other address with the application's
 * page, rendered for the request.
 */
export async function serveWebPages(app: FastifyInstance, folder: string, config: PageConfig): Promise<void> {
  await app.register(fastifyStatic, { root: folder, serve: false, preCompressed: true, cacheControl: false });
  app.get('/*', async (request, reply) => {
    answer(request, reply, folder, config);
    // What answer sends may still be on its way: a file is looked for first.
    return reply;
  });
}

function answer(request: FastifyRequest, reply: FastifyReply, folder: string, config: PageConfig): void {
  const { urlPrefix } = config;
  // Behind a host: `//` alone would be taken for the beginning of one.
  const path = new URL(`http://host.invalid${request.url}`).pathname;
  if (path === '/.outside') {
    const atRoot = request.originalUrl === '/' || request.originalUrl === urlPrefix;
    if (atRoot) return void reply.redirect(`${urlPrefix}/`);
    refuse(request, reply);
    return;
  }
  if (path === '/console') return void reply.redirect(`${urlPrefix}/console/`);
  if (/^\/(api|ws|health|metrics)(\/|$)/.test(path)) {
    refuse(request, reply);
    return;
  }
  const application = APPLICATIONS.find(({ below }) => path.startsWith(below)) ?? APPLICATIONS[1];
  const file = path.slice(application.below.length);
  if (isFile(file)) {
    void reply.header(
      'Cache-Control',
      HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
    );
    return void reply.sendFile(file, join(folder, application.name));
  }
  sendPage(request, reply, join(folder, application.name, 'index.html'), application, config);
}

/** Addresses of pages have no extension; a missing file must be a 404, not a page of HTML. */
function isFile(path: string): boolean {
  return /\.(js|css|map|woff2|svg|png|ico|json|webmanifest|txt)$/.test(path);
}

function refuse(request: FastifyRequest, reply: FastifyReply): void {
  sendProblem(request, reply, { status: 404, code: 'not_found', detail: 'There is nothing at this address' });
}

function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  file: string,
  application: Application,
  { urlPrefix, maxUploadBytes }: PageConfig,
): void {
  const template = readTemplate(file);
  if (template === null) return refuse(request, reply);
  const nonce = randomBytes(16).toString('base64');
  const page = template
    .replaceAll('__CSP_NONCE__', nonce)
    .replaceAll('__BASE_HREF__', `${urlPrefix}${application.below}`)
    .replaceAll('__MAX_UPLOAD_BYTES__', String(maxUploadBytes));
  void reply
    .header('Content-Type', 'text/html; charset=utf-8')
    .header('Content-Security-Policy', pagePolicy(nonce))
    .header('Cache-Control', 'no-store')
    .send(page);
}

function pagePolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

const templates = new Map<string, string>();

/** Read once; a page that is not built yet is looked for again. */
function readTemplate(file: string): string | null {
  const known = templates.get(file);
  if (known !== undefined) return known;
  if (!existsSync(file)) return null;
  const template = readFileSync(file, 'utf8');
  templates.set(file, template);
  return template;
}
