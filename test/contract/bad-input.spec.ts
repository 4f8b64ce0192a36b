import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { mayCall, ROLE_MATRIX } from './role-matrix';
import { badBodies } from './support/bad-values';
import { type OpenApi, type Operation, operationsOf } from './support/document';
import { EXERCISES } from './support/exercises';
import { Judge } from './support/judge';
import { type Answer, type Exercise, fetchJson, PATIENCE_MS, type Principal, World } from './support/world';

jest.setTimeout(PATIENCE_MS);

/** access.spec.ts sees to it that this is what the desk serves. */
const COMMITTED = readFileSync(join(__dirname, '../../libs/web/api-client/openapi.json'), 'utf8');
const OPERATIONS = operationsOf(JSON.parse(COMMITTED) as OpenApi);
const WRITES = OPERATIONS.filter(({ method }) => method !== 'GET').map(({ id }) => id);
const WITH_BODY = OPERATIONS.filter(({ body }) => body !== null).map(({ id }) => id);
const WITH_ID = OPERATIONS.filter(({ parameters }) => parameters.length > 0).map(({ id }) => id);
const LISTS = OPERATIONS.filter(({ parameters, id }) => parameters.length === 0 && id.startsWith('list')).map(
  ({ id }) => id,
);

const MAX_UPLOAD_BYTES = 2_000;
const MALFORMED_IDS = [
  'abc',
  '0',
  '-1',
  '1.5',
  '99999999999',
  "1' OR '1'='1",
  '..%2F..',
  'JRD-',
  '\u0000',
  'x'.repeat(190),
];

let world: World;
let judge: Judge;

beforeAll(async () => {
  world = await World.start(['http'], { MAX_UPLOAD_BYTES: String(MAX_UPLOAD_BYTES) });
  judge = new Judge(world.document);
});

afterAll(() => world.desk.close());

/** Somebody who may, and what they would send. */
async function goodCall(id: string): Promise<{ by: Principal; exercise: Exercise }> {
  const by = mayCall(id)[0] ?? 'superadmin';
  return { by, exercise: (await EXERCISES[id]?.(world, by)) ?? {} };
}

function filesOnDisk(): string[] {
  const found = readdirSync(join(world.desk.config.dataDir, 'files'), {
    recursive: true,
    withFileTypes: true,
  });
  return found
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();
}

/** Does `bad` and expects that neither database nor files have anything to show for it. */
async function leavingNothing(bad: () => Promise<void>): Promise<void> {
  await world.call('uploadFile', 'agent', { file: Buffer.from('there is always one') });
  const before = { rows: await world.content(), files: filesOnDisk() };
  await bad();
  expect({ rows: await world.content(), files: filesOnDisk() }).toEqual(before);
}

const fieldsOf = ({ body }: Answer): string[] =>
  ((body as { errors?: { field: string }[] }).errors ?? []).map(({ field }) => field.split('.')[0] ?? '');

function send(
  operation: Operation,
  by: Principal,
  exercise: Exercise,
  type: string | null,
  body: string | null,
) {
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => String(exercise.parameters?.[name]));
  const headers = { ...world.credentials(by), ...(type === null ? {} : { 'Content-Type': type }) };
  return fetchJson(world.origin + path, { method: operation.method, headers, body });
}

describe.each(WITH_BODY)('the body of %s', (id) => {
  it('should be refused with every wrong field named, and change nothing', async () => {
    const operation = world.operation(id);
    const { by, exercise } = await goodCall(id);
    const cases = badBodies(world.document, operation, exercise.body ?? {});
    expect(cases.length).toBeGreaterThan(1);
    await leavingNothing(async () => {
      const wrong: unknown[] = [];
      for (const { what, body, fields } of cases) {
        const answer = await world.call(id, by, { ...exercise, body });
        const unnamed = fields.filter((field) => !fieldsOf(answer).includes(field));
        const complaints = judge.complaints(operation, answer);
        if (answer.status !== 400 || unnamed.length + complaints.length > 0) {
          wrong.push({ what, status: answer.status, unnamed, complaints });
        }
      }
      expect(wrong).toEqual([]);
    });
  });

  it('should be an object in JSON, and change nothing otherwise', async () => {
    const operation = world.operation(id);
    const { by, exercise } = await goodCall(id);
    const good = JSON.stringify(exercise.body);
    const json = 'application/json';
    const cases: [string, string, number][] = [
      [json, '{"title": ', 400],
      [json, good.slice(0, -1), 400],
      [json, `${good}}`, 400],
      [json, '[]', 400],
      [json, `[${good}]`, 400],
      [json, '"text"', 400],
      [json, '7', 400],
      [json, 'null', 400],
      [json, '{"__proto__": {"role": "superadmin"}}', 400],
      [json, '{"constructor": {"prototype": {}}}', 400],
      ['text/plain', good, 415],
      ['application/xml', '<body/>', 415],
      ['application/x-www-form-urlencoded', 'title=x', 415],
    ];
    // Nothing sent is no body, which is an error where a field must be there.
    const required = (operation.body?.['required'] ?? []) as string[];
    if (required.length > 0) cases.push([json, '', 400]);
    await leavingNothing(async () => {
      const wrong: unknown[] = [];
      for (const [type, body, status] of cases) {
        const answer = await send(operation, by, exercise, type, body);
        const complaints = judge.complaints(operation, answer);
        if (answer.status !== status || complaints.length > 0) {
          wrong.push({ type, body: body.slice(0, 40), status: answer.status, complaints });
        }
      }
      expect(wrong).toEqual([]);
    });
  });
});

describe('ids', () => {
  it.each(WITH_ID)('that are malformed should name nothing: %s', async (id) => {
    const { by, exercise } = await goodCall(id);
    await leavingNothing(async () => {
      const wrong: unknown[] = [];
      for (const bad of MALFORMED_IDS) {
        const answer = await world.call(id, by, {
          ...exercise,
          parameters: { id: bad, key: bad, session: bad, name: bad },
        });
        const complaints = judge.complaints(world.operation(id), answer);
        if (answer.status !== 404 || complaints.length > 0)
          wrong.push({ bad, status: answer.status, complaints });
      }
      expect(wrong).toEqual([]);
    });
  });
});

describe('those who may not', () => {
  it.each(WRITES)('should change nothing by %s', async (id) => {
    const statuses = ROLE_MATRIX.find(({ name }) => name === id)?.statuses;
    const refused = Object.entries(statuses ?? {}).filter(([, status]) => status >= 400);
    for (const [principal, status] of refused) {
      const by = principal as Principal;
      const exercise = (await EXERCISES[id]?.(world, by)) ?? {};
      await leavingNothing(async () => {
        expect({ by, status: (await world.call(id, by, exercise)).status }).toEqual({ by, status });
      });
    }
  });
});

describe('lists', () => {
  const QUERIES = [
    'surprise=1',
    'page=0',
    'page=x',
    'page_size=0',
    'page_size=101',
    'ordering=surprise',
    'cursor=%00',
  ];

  it.each(LISTS)('should refuse what they do not know: %s', async (id) => {
    const operation = world.operation(id);
    const isPaged = JSON.stringify(world.document.paths[operation.path]).includes('"page_size"');
    const wrong: unknown[] = [];
    for (const query of isPaged ? QUERIES : []) {
      const answer = await fetchJson(`${world.origin}${operation.path}?${query}`, {
        headers: world.credentials('superadmin'),
      });
      const isNamed = fieldsOf(answer).includes(query.split('=')[0] ?? '');
      const complaints = judge.complaints(operation, answer);
      if (answer.status !== 400 || !isNamed || complaints.length > 0) {
        wrong.push({ query, status: answer.status, isNamed, complaints });
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('uploads', () => {
  const form = (name: string, content: Buffer) => {
    const body = new FormData();
    body.set(name, new Blob([new Uint8Array(content)]), 'note.txt');
    return body;
  };
  const text = { title: 'With a file', description: 'See it' };
  const post = (path: string, body: FormData) =>
    fetchJson(`${world.desk.url}/api/${path}`, { method: 'POST', headers: world.credentials('owner'), body });

  it.each([
    ['too large', 'file', Buffer.alloc(MAX_UPLOAD_BYTES + 1, 'a'), 413],
    ['empty', 'file', Buffer.alloc(0), 400],
    ['under another name', 'surprise', Buffer.from('words'), 400],
  ])('should be refused and gone when %s', async (_, name, content, status) => {
    await leavingNothing(async () => {
      for (const path of ['uploads/', 'tickets/tickets/']) {
        const body = form(name, content);
        if (path !== 'uploads/') for (const [field, value] of Object.entries(text)) body.set(field, value);
        const answer = await post(path, body);
        expect({ path, status: answer.status, type: answer.type.split(';')[0] }).toEqual({
          path,
          status,
          type: 'application/problem+json',
        });
      }
    });
  });

  it('should be gone when the ticket beside them is refused', async () => {
    await leavingNothing(async () => {
      const body = form('files', Buffer.from('only here'));
      body.set('title', 'No description');
      expect((await post('tickets/tickets/', body)).status).toBe(400);
    });
  });
});
