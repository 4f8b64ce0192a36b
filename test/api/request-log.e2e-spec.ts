import { connect } from 'node:net';

import { withDatabase } from '@desk/backend/prepare-database';
import { Database } from '@desk/platform/database';
import { RequestLog } from '@desk/platform/http';

import { createTestDesk, type TestDesk } from '../support/test-desk';
import { until } from '../support/until';

const API = '/desk/api/accounts';

let desk: TestDesk;
let root: string;

beforeAll(async () => {
  desk = await createTestDesk();
  root = await desk.signIn((await desk.createUser('superadmin')).email);
});

afterAll(() => desk.close());

const bearer = (access: string) => ({ Authorization: `Bearer ${access}` });

describe('the log of writing requests', () => {
  interface Line {
    person: { id: string } | null;
    path: string;
  }
  const read = async (query: string) => {
    const answer = await desk.http.get(`${API}/request-log/?${query}`).set(bearer(root)).expect(200);
    return answer.body as { count: number; results: Line[] };
  };
  const written = (query: string, count: number) => until(async () => (await read(query)).count >= count);

  it('holds what was done and what was refused, by whom or by nobody, and never how', async () => {
    const { id, email } = await desk.createUser('manager');
    const access = await desk.signIn(email);
    const path = `${API}/users/me/`;
    const done = await desk.http
      .patch(`${path}?secret=hush`)
      .set(bearer(access))
      .send({ phone: '+91 44 99' });
    const refused = await desk.http.patch(path).send({ phone: '+91 44 98' }).expect(401);
    await desk.http
      .delete(`${API}/users/${(await desk.createUser('superadmin')).id}/`)
      .set(bearer(access))
      .expect(403);
    await desk.http.get(path).set(bearer(access)).expect(200);
    await written(`person=${id}`, 2);

    const { results } = await read(`person=${id}&ordering=timestamp`);
    expect(results).toEqual([
      {
        id: expect.any(Number),
        person: expect.objectContaining({ id, email }),
        method: 'PATCH',
        path,
        status: 200,
        ip_address: '127.0.0.1',
        request_id: done.headers['x-request-id'],
        duration_ms: expect.any(Number),
        timestamp: expect.stringMatching(/Z$/),
      },
      expect.objectContaining({ method: 'DELETE', status: 403 }),
    ]);
    const byId = await read(`search=${refused.headers['x-request-id']}`);
    expect(byId.results).toEqual([expect.objectContaining({ person: null, status: 401, path })]);
    expect((await read(`person=${id}&status=4xx&method=DELETE&ip=127.0`)).results).toHaveLength(1);
    expect((await read(`path=${API}/token&status=401`)).results.every(({ person }) => person === null)).toBe(
      true,
    );
    const rows = await desk.get(Database).rows('SELECT * FROM request_log');
    expect(JSON.stringify(rows)).not.toMatch(/hush|plain-sailing|44 9|Bearer/);
  });

  it('holds whoever hangs up before the answer, and one-time tokens only by their beginning', async () => {
    const token = 'Zx3kQ9vB7LmN2pR8tY5wA1cD4eF6gH0j';
    const { hostname, port } = new URL(desk.url);
    const socket = connect(Number(port), hostname);
    socket.end(`POST ${API}/invitations/${token} HTTP/1.1\r\nHost: desk\r\nContent-Length: 9\r\n\r\n{`);
    socket.destroySoon();
    await written('path=/desk/api/accounts/invitations', 1);
    const { results } = await read('path=/desk/api/accounts/invitations');
    expect(results.map(({ path }) => path)).toEqual([`${API}/invitations/Zx3k…`]);
  });

  it.each(['status=999', 'status=4x', 'method=FETCH', 'person=me', 'date_from=soon', 'colour=red'])(
    'takes no %s',
    (query) => desk.http.get(`${API}/request-log/?${query}`).set(bearer(root)).expect(400),
  );

  // The last of all: whoever starts a second desk takes the first one's way of knowing people.
  it('holds of what strangers may bring about without end only so much a minute', async () => {
    const ofStrangers = async (status: number) =>
      (await read(`status=${status}&page_size=100`)).results.filter(({ person }) => person === null).length;
    const before = [await ofStrangers(404), await ofStrangers(401), await ofStrangers(400)];
    for (let each = 0; each < 70; each++) {
      await desk.http.post(`${API}/nowhere/`).send({}).expect(404);
      await desk.http.post(`${API}/users/`).set(bearer('made-up')).send({}).expect(401);
      await desk.http.post(`${API}/token/`).type('json').send('{').expect(400);
    }
    await desk.get(RequestLog).write();
    const after = [await ofStrangers(404), await ofStrangers(401), await ofStrangers(400)];
    // Twice as many where the minute turned meanwhile.
    const most = [2, 60, 60];
    for (const [index, count] of after.entries()) {
      expect(count).toBeGreaterThan(0);
      expect(count - (before[index] ?? 0)).toBeLessThanOrEqual(most[index] ?? 0);
    }
  });

  it('is written out before a process ends', async () => {
    const other = await createTestDesk();
    await other.http.post(`${API}/token/`).send({}).expect(400);
    await other.stop();
    const rows = await withDatabase(other.config, ({ reader }) =>
      reader.query('SELECT status FROM request_log'),
    );
    expect(rows).toEqual([{ status: 400 }]);
    await other.close();
  });
});
