import { PASSWORD } from '../support/test-desk';
import { type Body, TestTickets, TICKETS } from '../support/test-tickets';

const ORIGIN = 'https://desk.example';
const SESSION = '/desk/api/accounts/session/';

let tickets: TestTickets;
let ticket: Body;

beforeAll(async () => {
  tickets = await TestTickets.start({ env: { PUBLIC_URL: ORIGIN } });
  const answer = await tickets
    .as('customer', 'post', TICKETS)
    .field('title', 'With a file')
    .field('description', 'See it')
    .attach('files', Buffer.from('hello'), 'hello.txt')
    .expect(201);
  ticket = answer.body as Body;
});

afterAll(() => tickets.close());

async function urlFor(who: 'customer' | 'agent', of = ticket): Promise<string> {
  const [file] = await tickets.list(who, `${String(of['id'])}/attachments`);
  return String(file?.['url']);
}

describe('the address of an attachment', () => {
  it('opens the file by itself, as a download in a sandbox', async () => {
    const got = await tickets.desk.http.get(await urlFor('customer')).expect(200);
    expect(got.text).toBe('hello');
    expect(got.headers).toMatchObject({
      'content-disposition': "attachment; filename*=UTF-8''hello.txt",
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
    });
  });

  it('is beside the files of a comment too, and opens nothing else', async () => {
    const answer = await tickets
      .as('agent', 'post', `${String(ticket['id'])}/comment`)
      .field('content', 'between us')
      .field('comment_type', 'internal_note')
      .attach('files', Buffer.from('secret'), 'secret.txt')
      .expect(201);
    const [file] = (answer.body as { attachments: Body[] }).attachments;
    await tickets.desk.http.get(String(file?.['url'])).expect(200);
    const theirs = await urlFor('customer');
    const forged = theirs.replace(/\/\d+\/download/, `/${String(file?.['id'])}/download`);
    await tickets.desk.http.get(forged).expect(401);
    await tickets.desk.http
      .get(`${TICKETS}/${String(ticket['id'])}/${theirs.replace(/.*\?/, '?')}`)
      .expect(401);
    await tickets.desk.http.get(theirs.replace(/\?.*/, '')).expect(401);
  });

  it('asks again who may see the ticket when it is used', async () => {
    const answer = await tickets
      .as('customer', 'post', TICKETS)
      .field('title', 'Soon gone')
      .field('description', 'x')
      .attach('files', Buffer.from('x'), 'x.txt')
      .expect(201);
    const url = await urlFor('customer', answer.body as Body);
    await tickets.desk.http.get(url).expect(200);
    await tickets.as('manager', 'delete', String((answer.body as Body)['id'])).expect(204);
    await tickets.desk.http.get(url).expect(404);
  });

  it('is not needed with a bearer token, which is judged before it; the cookie opens nothing', async () => {
    const url = await urlFor('customer');
    const plain = url.replace(/\?.*/, '');
    await tickets.as('customer', 'get', plain).expect(200);
    await tickets.as('stranger', 'get', url).expect(404);
    const { email } = tickets.people.customer;
    const signedIn = await tickets.desk.http
      .post(SESSION)
      .set('Origin', ORIGIN)
      .send({ email, password: PASSWORD })
      .expect(200);
    const cookie = signedIn.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    await tickets.desk.http.get(plain).set('Cookie', cookie).set('Origin', ORIGIN).expect(401);
  });

  it('ends with the session it was made for', async () => {
    const { email } = tickets.people.customer;
    const signedIn = await tickets.desk.http
      .post(SESSION)
      .set('Origin', ORIGIN)
      .send({ email, password: PASSWORD })
      .expect(200);
    const { access } = signedIn.body as { access: string };
    const cookie = signedIn.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    const list = await tickets.desk.http
      .get(`${TICKETS}/${String(ticket['id'])}/attachments`)
      .set('Authorization', `Bearer ${access}`)
      .expect(200);
    const url = String((list.body as { results: Body[] }).results[0]?.['url']);
    await tickets.desk.http.get(url).expect(200);
    await tickets.desk.http.delete(SESSION).set('Cookie', cookie).set('Origin', ORIGIN).expect(204);
    await tickets.desk.http.get(url).expect(401);
  });
});

describe('the source of a ticket', () => {
  const asked = { title: 'a', description: 'b' };

  it('is what the server sees', async () => {
    expect(await tickets.open()).toMatchObject({ source: 'api' });
    const { email } = tickets.people.customer;
    const signedIn = await tickets.desk.http
      .post(SESSION)
      .set('Origin', ORIGIN)
      .send({ email, password: PASSWORD })
      .expect(200);
    const { access } = signedIn.body as { access: string };
    const answer = await tickets.desk.http
      .post(TICKETS)
      .set('Authorization', `Bearer ${access}`)
      .send(asked)
      .expect(201);
    expect(answer.body).toMatchObject({ source: 'web' });
  });

  it('may be said by staff to be one that the server cannot see', async () => {
    for (const source of ['phone', 'email']) {
      expect(await tickets.open({ source }, 'agent')).toMatchObject({ source });
    }
    for (const source of ['web', 'api', 'fax']) {
      const refused = await tickets.as('agent', 'post', TICKETS).send({ ...asked, source });
      expect(refused.body).toMatchObject({ status: 400, errors: [{ field: 'source', code: 'not_allowed' }] });
    }
    const refused = await tickets.as('customer', 'post', TICKETS).send({ ...asked, source: 'phone' });
    expect(refused.body).toMatchObject({ status: 403, errors: [{ field: 'source' }] });
  });
});
