import { schema } from '@desk/backend/schema';
import { migrate, migrateDown, openConnections } from '@desk/platform/database';

import { further } from '../support/further-migration';
import { createTestDesk, PASSWORD, type TestDesk } from '../support/test-desk';

const ADMIN = { email: 'first@example.com', first_name: 'First', last_name: 'Person' };

describe('the platform, from outside', () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await createTestDesk({ env: { MAX_UPLOAD_BYTES: '1000' } });
  });

  afterAll(() => desk.close());

  function expectProblem(
    response: { status: number; headers: Record<string, string>; body: unknown },
    status: number,
    code: unknown,
  ): void {
    expect(response.body).toMatchObject({ status, code, request_id: response.headers['x-request-id'] });
    expect(response.status).toBe(status);
    expect(response.headers['content-type']).toContain('application/problem+json');
  }

  it('is alive and ready, and counts', async () => {
    await desk.http.get('/desk/health/live').expect(200, { status: 'ok' });
    await desk.http.get('/desk/health/ready').expect(200, { status: 'ok' });
    const metrics = await desk.http.get('/desk/metrics').expect(200);
    expect(metrics.text).toContain('# TYPE ');
  });

  it('is not ready while the schema is that of another version', async () => {
    const { database } = desk.config;
    const later = await openConnections(database, further(schema));
    try {
      await migrate(later, database, new Date());
      const expected = { status: 'unavailable', reason: 'schema' };
      await desk.http.get('/desk/health/ready').expect(503, expected).expect('Retry-After', '5');
      await migrateDown(later, database, { to: null, loseData: false }, new Date());
      await desk.http.get('/desk/health/ready').expect(200, { status: 'ok' });
    } finally {
      await later.close();
    }
  });

  it('describes itself in OpenAPI 3.1, below its prefix', async () => {
    const { body } = await desk.http.get('/desk/api/openapi.json').expect(200);
    expect(body.openapi).toMatch(/^3\.1\./);
    expect(Object.keys(body.paths)).toEqual(
      expect.arrayContaining(['/desk/api/accounts/token/', '/desk/api/accounts/users/me/']),
    );
  });

  it('shows the description as a page whose parts are there', async () => {
    const page = await desk.http
      .get('/desk/api/docs/')
      .expect(200)
      .expect('Content-Type', /text\/html/);
    const parts = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1]!);
    expect(parts.length).toBeGreaterThan(2);
    for (const part of parts) await desk.http.get(part).expect(200);
  });

  it('answers an unknown address with a problem', async () => {
    expectProblem(await desk.http.get('/desk/api/no-such-thing'), 404, 'not_found');
  });

  it('has nothing outside its prefix', async () => {
    expectProblem(await desk.http.get('/api/accounts/setup/'), 404, 'not_found');
  });

  it('answers broken JSON with a problem', async () => {
    const response = await desk.http
      .post('/desk/api/accounts/token/')
      .set('Content-Type', 'application/json')
      .send('{"email": ');
    expectProblem(response, 400, expect.any(String));
  });

  it('names a field that it does not know', async () => {
    const response = await desk.http
      .post('/desk/api/accounts/token/')
      .send({ email: ADMIN.email, password: PASSWORD, colour: 'red' });
    expectProblem(response, 400, 'invalid');
    expect(response.body.errors).toEqual([
      expect.objectContaining({ field: 'colour', code: 'unknown_field' }),
    ]);
  });

  it('is set up once, and lets its first person in', async () => {
    await desk.http.get('/desk/api/accounts/setup/').expect(200, { open: true });
    const body = { ...ADMIN, password: PASSWORD };
    const made = await desk.http.post('/desk/api/accounts/setup/').send(body).expect(201);
    await desk.http.get('/desk/api/accounts/setup/').expect(200, { open: false });
    expect((await desk.http.post('/desk/api/accounts/setup/').send(body)).status).toBe(409);

    const token = await desk.signIn(ADMIN.email);
    const me = await desk.http.get('/desk/api/accounts/users/me/').set('Authorization', `Bearer ${token}`);
    expect(me.status).toBe(200);
    expect(me.body).toMatchObject({ ...ADMIN, id: made.body.user.id, role: 'superadmin' });
  });

  it('lets nobody else in', async () => {
    expectProblem(await desk.http.get('/desk/api/accounts/users/me/'), 401, 'not_signed_in');
    const forged = desk.http.get('/desk/api/accounts/users/me/').set('Authorization', 'Bearer no.such.token');
    expectProblem(await forged, 401, 'not_signed_in');
  });

  describe('uploads', () => {
    let token: string;

    beforeAll(async () => {
      const { email } = await desk.createUser('customer');
      token = await desk.signIn(email);
    });

    const upload = (content: Buffer) =>
      desk.http
        .post('/desk/api/uploads/')
        .set('Authorization', `Bearer ${token}`)
        .attach('file', content, 'notes.txt');

    it('takes a file up to the limit', async () => {
      const { status, body } = await upload(Buffer.alloc(1000, 'a'));
      expect({ status, body }).toMatchObject({
        status: 201,
        body: { filename: 'notes.txt', file_size: 1000 },
      });
    });

    it('refuses one byte more', async () => {
      expectProblem(await upload(Buffer.alloc(1001, 'a')), 413, 'file_too_large');
    });

    it('refuses an empty file', async () => {
      const response = await upload(Buffer.alloc(0));
      expect(response.status).toBe(400);
      expect(response.body.errors[0]).toMatchObject({ field: 'file' });
    });
  });
});
