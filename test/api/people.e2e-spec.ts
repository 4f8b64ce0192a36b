import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import sharp from 'sharp';

import { OnlinePeople } from '@desk/domains/accounts';

import { createTestDesk, type TestDesk, type TestPerson } from '../support/test-desk';
import { TestSocket } from '../support/test-socket';
import { until } from '../support/until';

const API = '/desk/api/accounts';

let desk: TestDesk;
const people = new Map<string, TestPerson & { access: string }>();

beforeAll(async () => {
  desk = await createTestDesk();
  for (const [name, role] of Object.entries({
    root: 'superadmin',
    agent: 'agent',
    customer: 'customer',
    stranger: 'customer',
  } as const)) {
    const person = await desk.createUser(role);
    people.set(name, { ...person, access: await desk.signIn(person.email) });
  }
});

afterAll(() => desk.close());

const who = (name: string) => {
  const person = people.get(name);
  if (person === undefined) throw new Error(`Nobody is called ${name}`);
  return person;
};
const bearer = (name: string) => ({ Authorization: `Bearer ${who(name).access}` });
const get = (name: string, path: string) => desk.http.get(`${API}/${path}`).set(bearer(name));

describe('a picture', () => {
  const put = (name: string, content: Buffer, filename = 'me.jpg') =>
    desk.http.put(`${API}/users/me/avatar/`).set(bearer(name)).attach('file', content, filename);
  const fetched = (address: string) => desk.http.get(address).responseType('blob');
  const files = () =>
    readdirSync(join(desk.config.dataDir, 'files'), { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile(),
    ).length;
  const addressOf = async (name: string, by: string): Promise<string> => {
    const { body } = await get(by, `users/${who(name).id}/`).expect(200);
    return (body as { avatar: string }).avatar;
  };
  const picture = (red = 200, width = 640, height = 480) =>
    sharp({ create: { width, height, channels: 3, background: { r: red, g: 40, b: 40 } } });

  it('is drawn anew, a square without anything else that was in the file', async () => {
    const secret = { IFD0: { Copyright: 'taken-at-home' }, IFD3: { GPSLatitude: '52/1 30/1 0/1' } };
    const photo = await picture().withExif(secret).jpeg().toBuffer();
    expect(photo.includes('taken-at-home')).toBe(true);
    const answer = await put('agent', photo).expect(200);
    const { avatar } = answer.body as { avatar: string };
    const image = await fetched(avatar).expect(200);
    expect(image.headers).toMatchObject({
      'content-type': 'image/webp',
      'content-disposition': 'inline; filename="avatar.webp"',
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=600',
    });
    const drawn = image.body as Buffer;
    expect(await sharp(drawn).metadata()).toMatchObject({ format: 'webp', width: 256, height: 256 });
    expect((await sharp(drawn).metadata()).exif).toBeUndefined();
    expect(drawn.includes('taken-at-home')).toBe(false);
  });

  it('of a moving kind stands still, and one on its side stands up', async () => {
    const frames = Buffer.concat([
      await picture(250, 20, 20).raw().toBuffer(),
      await picture(0, 20, 20).raw().toBuffer(),
    ]);
    const gif = await sharp(frames, { raw: { width: 20, height: 40, channels: 3, pageHeight: 20 } })
      .gif()
      .toBuffer();
    const still = (await put('customer', gif, 'me.gif').expect(200)).body as { avatar: string };
    expect((await sharp((await fetched(still.avatar)).body as Buffer).metadata()).pages).toBeUndefined();
    const sideways = await picture(60, 40, 20).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    await put('customer', sideways).expect(200);
    const left = await sharp(Buffer.from([255, 0, 0, 0, 0, 255]), {
      raw: { width: 2, height: 1, channels: 3 },
    })
      .resize(64, 32, { kernel: 'nearest' })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const { avatar } = (await put('customer', left).expect(200)).body as { avatar: string };
    const drawn = await sharp((await fetched(avatar)).body as Buffer)
      .raw()
      .toBuffer();
    const pixel = (line: number) => [...drawn.subarray((line * 256 + 128) * 3, (line * 256 + 129) * 3)];
    const [top, bottom] = [pixel(10), pixel(245)];
    expect([top[0], bottom[2]].every((colour = 0) => colour > 200)).toBe(true);
    expect([top[2], bottom[0]].every((colour = 255) => colour < 60)).toBe(true);
  });

  it('is shown to whoever may know its person, by an address of their own', async () => {
    for (const [by, sees] of [
      ['root', true],
      ['customer', true],
      ['stranger', true],
    ] as const) {
      await get(by, `users/${who('agent').id}/avatar/`).expect(sees ? 200 : 404);
    }
    await get('root', `users/${who('customer').id}/avatar/`).expect(200);
    await get('stranger', `users/${who('customer').id}/avatar/`).expect(404);
    await get('root', `users/${who('stranger').id}/avatar/`).expect(404);

    const address = await addressOf('agent', 'root');
    expect(address).toBe(await addressOf('agent', 'root'));
    expect(address).not.toBe(await addressOf('agent', 'agent'));
    await desk.http.get(address).expect(200);
    await desk.http.get(address.replace(who('agent').id, who('customer').id)).expect(401);
    await desk.http.get(address.replace(/v=[^&]+/, `v=${who('agent').id}`)).expect(401);
    await desk.http.get(address.replace(/\?.*/, '')).expect(401);
  });

  it('comes along where its person is named beside other things', async () => {
    const { body } = await get('root', 'users/agents/').expect(200);
    const { results } = body as { results: { id: string; avatar: string | null }[] };
    const avatars = new Map(results.map(({ id, avatar }) => [id, avatar]));
    expect(avatars.get(who('agent').id)).toMatch(/\/avatar\/\?v=.+&t=.+/);
    expect(avatars.get(who('root').id)).toBeNull();

    const asked = { title: 'My screen is dark', description: 'Since noon' };
    const tickets = '/desk/api/tickets/tickets';
    const opened = await desk.http.post(`${tickets}/`).set(bearer('customer')).send(asked).expect(201);
    const ticket = opened.body as { id: number; customer: { avatar: string } };
    await desk.http.get(ticket.customer.avatar).expect(200);
    const list = await desk.http.get(`${tickets}/`).set(bearer('root')).expect(200);
    const [row] = (list.body as { results: { customer: { avatar: string } }[] }).results;
    await desk.http.get(row?.customer.avatar ?? '').expect(200);
  });

  it('gives way to the next one, and goes when it is no longer wanted', async () => {
    const before = files();
    const old = await addressOf('agent', 'root');
    await put('agent', await picture(20).png().toBuffer(), 'me.png').expect(200);
    await desk.http.get(old).expect(404);
    const next = await addressOf('agent', 'root');
    await desk.http.get(next).expect(200);
    expect(files()).toBe(before);
    await desk.http.delete(`${API}/users/me/avatar/`).set(bearer('agent')).expect(204);
    expect(await addressOf('agent', 'root')).toBeNull();
    await desk.http.get(next).expect(404);
    expect(files()).toBe(before - 1);
    await desk.http.delete(`${API}/users/me/avatar/`).set(bearer('agent')).expect(204);
  });

  it.each<[string, () => Buffer | Promise<Buffer>, number]>([
    ['SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'), 415],
    ['text', () => Buffer.from('a thousand words'), 415],
    ['text that begins like one', () => Buffer.from('GIF89a is how they begin'), 400],
    ['TIFF', () => picture().tiff().toBuffer(), 415],
    ['broken JPEG', async () => (await picture().jpeg().toBuffer()).subarray(0, 400), 400],
    ['bomb', () => picture(0, 9000, 9000).png({ compressionLevel: 9 }).toBuffer(), 400],
    ['file that is too large', () => Buffer.alloc(2 * 1024 * 1024 + 1, 'a'), 413],
    ['empty file', () => Buffer.alloc(0), 400],
  ])('may not be a %s; nothing of it stays', async (_what, content, status) => {
    const before = files();
    const refused = await put('stranger', await content());
    expect(refused.body).toMatchObject({ status, errors: [{ field: 'file' }] });
    expect(files()).toBe(before);
    await get('root', `users/${who('stranger').id}/avatar/`).expect(404);
  });

  it('is exactly one file', async () => {
    await desk.http.put(`${API}/users/me/avatar/`).set(bearer('agent')).send({ file: 'x' }).expect(400);
    const photo = await picture().jpeg().toBuffer();
    await put('agent', photo).attach('file', photo, 'two.jpg').expect(400);
  });

  it('is the last of several that come at once, and the others are gone', async () => {
    const before = files();
    const photos = await Promise.all([10, 90, 170].map((red) => picture(red).jpeg().toBuffer()));
    const statuses = await Promise.all(photos.map(async (photo) => (await put('agent', photo)).status));
    expect(statuses).toContain(200);
    // One at a time of one person: whoever has to wait is told so.
    expect(statuses.every((status) => status === 200 || status === 429)).toBe(true);
    await until(() => files() === before + 1);
    await get('root', `users/${who('agent').id}/avatar/`).expect(200);
  });
});

describe('whoever has a page open', () => {
  const online = async () => {
    const { body } = await get('root', 'users/?is_online=true').expect(200);
    return (body as { results: { id: string; is_online: boolean }[] }).results
      .filter(({ is_online }) => is_online)
      .map(({ id }) => id);
  };

  it('is online, and no longer when the last page is closed; signing in alone changes nothing', async () => {
    const { id, email, access: token } = who('agent');
    await desk.signIn(email);
    expect(await online()).toEqual([]);
    const [first, second] = [
      await TestSocket.connect(desk, { token }),
      await TestSocket.connect(desk, { token }),
    ];
    await until(async () => (await online()).includes(id));
    expect((await get('root', `users/${id}/`).expect(200)).body).toMatchObject({ is_online: true });
    expect((await get('root', 'users/stats/').expect(200)).body).toMatchObject({ online: 1 });

    const beat = () => desk.get(OnlinePeople).beat();
    first.close();
    await beat();
    expect(await online()).toEqual([id]);
    second.close();
    await until(async () => {
      await beat();
      return (await online()).length === 0;
    });
    await get('root', 'users/?is_online=perhaps').expect(400);
  });

  it('is offline once they are deactivated', async () => {
    const person = await desk.createUser('agent');
    await TestSocket.connect(desk, { token: await desk.signIn(person.email) });
    await until(async () => (await online()).includes(person.id));
    await desk.http.post(`${API}/users/${person.id}/toggle/`).set(bearer('root')).expect(200);
    await until(async () => {
      await desk.get(OnlinePeople).beat();
      return !(await online()).includes(person.id);
    });
  });
});

it('lists people by each column that it shows', async () => {
  const { id, email } = who('agent');
  const change = { job_title: 'Night watch', department: 'Support' };
  await desk.http.patch(`${API}/users/me/`).set(bearer('agent')).send(change).expect(200);
  const found = async (query: string) => {
    const { body } = await get('root', `users/?${query}`).expect(200);
    return (body as { results: { id: string }[] }).results.map((row) => row.id);
  };
  expect(await found(`job_title=Night%20watch&department=Support&email=${email.toUpperCase()}`)).toEqual([
    id,
  ]);
  expect(await found('job_title=Day%20watch')).toEqual([]);
  expect(await found('role=superadmin&is_active=true')).toEqual([who('root').id]);
  expect(await found('ordering=-is_online')).toHaveLength(5);
});

describe('the login audit as a file', () => {
  it('is whole, in the order asked for, and holds nothing that a spreadsheet would run', async () => {
    const email = '=cmd+1@velumera.example';
    await desk.http.post(`${API}/token/`).set('User-Agent', '@SUM(A1)').send({ email, password: 'guessed' });
    const file = await get('root', 'audit-logs/?export=csv&page_size=1&ordering=timestamp').expect(200);
    expect(file.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="sign-ins.csv"',
    });
    const lines = file.text.trimEnd().split('\r\n');
    expect(lines[0]).toBe('id,timestamp,status,email_attempted,user_id,user_name,ip_address,user_agent');
    const { body } = await get('root', 'audit-logs/');
    expect(lines).toHaveLength((body as { count: number }).count + 1);
    expect(lines.at(-1)).toMatch(/^\d+,[^,]+Z,failed,'=cmd\+1@velumera\.example,,,127\.0\.0\.1,'@SUM\(A1\)$/);
    const found = await get('root', 'audit-logs/?export=csv&email=velumera');
    expect(found.text.trimEnd().split('\r\n')).toHaveLength(2);
    const manager = await desk.signIn((await desk.createUser('manager')).email);
    const refused = desk.http.get(`${API}/audit-logs/?export=csv`);
    await refused.set({ Authorization: `Bearer ${manager}` }).expect(403);
  });
});
