import { connect } from 'node:net';

import { Database } from '@desk/platform/database';

import { createTestDesk, type TestDesk } from '../support/test-desk';

const TOKEN = '/desk/api/accounts/token/';

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: unknown;
}

let desk: TestDesk;
let bearer: { Authorization: string };

beforeAll(async () => {
  desk = await createTestDesk();
  bearer = { Authorization: `Bearer ${await desk.signIn((await desk.createUser('agent')).email)}` };
});

afterAll(() => desk.close());

/** All that a problem must have, and nothing that a stranger must not see. */
function expectProblem({ status, headers, body }: Answer, expected: number, code: string): void {
  expect(body).toMatchObject({
    type: `about:blank#${code}`,
    title: expect.stringMatching(/./),
    status: expected,
    detail: expect.stringMatching(/./),
    instance: expect.stringMatching(/^\/[^?]*$/),
    request_id: headers['x-request-id'],
  });
  expect(status).toBe(expected);
  expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(JSON.stringify(body)).not.toMatch(/node_modules|SELECT|\.ts:/);
}

const post = (type: string, content: string) => desk.http.post(TOKEN).set('Content-Type', type).send(content);

describe('a body that cannot be read', () => {
  it.each(['{"email": ', '{email}', ' ', 'null}', '\u0000'])('as JSON: %j', async (content) => {
    expectProblem(await post('application/json', content), 400, 'malformed');
  });

  it('that would change what all objects inherit', async () => {
    const answer = await post('application/json', '{"__proto__": {"role": "superadmin"}}');
    expect(answer.status).toBe(400);
  });

  it.each(['[]', '"text"', '7', 'null', 'true'])('but is no object: %s', async (content) => {
    const answer = await post('application/json', content);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ status: 400, request_id: expect.any(String) });
  });

  it('for its size', async () => {
    const content = JSON.stringify({ email: 'a'.repeat(3 * 1024 * 1024), password: 'x' });
    expectProblem(await post('application/json', content), 413, 'too_large');
  });

  it.each(['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'nonsense'])(
    'for its type %s',
    async (type) => {
      expectProblem(await post(type, 'email=a'), 415, 'unsupported_media_type');
    },
  );

  it('as multipart that has no boundary, or breaks off', async () => {
    const upload = (type: string, content: string) =>
      desk.http.post('/desk/api/uploads/').set(bearer).set('Content-Type', type).send(content);
    expect((await upload('multipart/form-data', 'x')).status).toBe(400);
    const half = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhalf';
    expect((await upload('multipart/form-data; boundary=x', half)).status).toBe(400);
  });
});

describe('a request that says JSON and has no body', () => {
  const json = { 'Content-Type': 'application/json' };

  it('is taken where the body may be left out', async () => {
    const made = await desk.http
      .post('/desk/api/tickets/tickets/')
      .set(bearer)
      .send({ title: 'Brakes', description: 'They squeal.' })
      .expect(201);
    const path = `/desk/api/tickets/tickets/${String(made.body.id)}/`;
    await desk.http.post(`${path}escalate/`).set(bearer).set(json).expect(201);
    await desk.http.post(`${path}escalate/`).set(bearer).expect(201);
    expectProblem(await desk.http.delete(path).set(bearer).set(json), 403, 'forbidden');
    const manager = `Bearer ${await desk.signIn((await desk.createUser('manager')).email)}`;
    await desk.http.delete(path).set('Authorization', manager).set(json).expect(204);
  });

  it.each([json, {}])('is told what is missing where it is not, with %j', async (headers) => {
    const answer = await desk.http.post(TOKEN).set(headers);
    expectProblem(answer, 400, 'invalid');
    const fields = (answer.body as { errors: { field: string }[] }).errors.map(({ field }) => field);
    expect(fields).toEqual(expect.arrayContaining(['email', 'password']));
  });
});

describe('an address', () => {
  it('that is not there', async () => {
    expectProblem(await desk.http.get('/desk/api/nothing/?secret=1'), 404, 'not_found');
  });

  it('that is there for another method', async () => {
    expectProblem(await desk.http.patch(TOKEN).send({}), 404, 'not_found');
  });

  it('that is no address', async () => {
    expectProblem(await desk.http.get('/desk/api/%zz'), 400, 'malformed');
  });

  it('that is longer than any', async () => {
    const answer = await desk.http.get(`/desk/api/tickets/tickets/${'9'.repeat(5000)}/`).set(bearer);
    expect([400, 404, 414]).toContain(answer.status);
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });
});

describe('HEAD and OPTIONS', () => {
  it('HEAD answers as GET does, without the body', async () => {
    const path = '/desk/api/accounts/setup/';
    const get = await desk.http.get(path).expect(200);
    const head = await desk.http.head(path).expect(200);
    expect(head.headers['content-type']).toBe(get.headers['content-type']);
    expect(head.headers['content-length']).toBe(get.headers['content-length']);
    expect(head.text).toBeUndefined();
    expect((await desk.http.head('/desk/api/nothing/')).status).toBe(404);
    expect((await desk.http.head('/desk/api/accounts/users/me/')).status).toBe(401);
  });

  it('OPTIONS opens nothing to other sites', async () => {
    const answer = await desk.http
      .options('/desk/api/accounts/users/me/')
      .set({ Origin: 'https://elsewhere.example', 'Access-Control-Request-Method': 'GET' });
    expect(answer.status).toBe(404);
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  });
});

it('a token that is none is asked for a better one', async () => {
  const answer = await desk.http.get('/desk/api/accounts/users/me/').set('Authorization', 'Bearer a.b.c');
  expectProblem(answer, 401, 'not_signed_in');
  expect(answer.headers['www-authenticate']).toBe('Bearer');
});

it('says nothing of the inside when something breaks there', async () => {
  const breaks = jest
    .spyOn(desk.get(Database), 'rows')
    .mockRejectedValue(new Error('SELECT password FROM node_modules'));
  try {
    expectProblem(await desk.http.get('/desk/api/accounts/users/').set(bearer), 500, 'internal');
  } finally {
    breaks.mockRestore();
  }
});

it('answers what is no HTTP with a 400 and goes on', async () => {
  const { port } = new URL(desk.url);
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1', () => socket.write('NONSENSE\r\n\r\n'));
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString()));
    socket.on('end', () => resolve(text));
    socket.on('error', reject);
  });
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  await desk.http.get('/desk/health/live').expect(200);
});
