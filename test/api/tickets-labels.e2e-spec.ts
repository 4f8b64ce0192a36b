import { type Body, TestTickets } from '../support/test-tickets';

const TAGS = '/desk/api/tickets/tags';
const CATEGORIES = '/desk/api/tickets/categories';

let tickets: TestTickets;

beforeAll(async () => {
  tickets = await TestTickets.start();
});

afterAll(() => tickets.close());

const tagNames = (ticket: Body) => (ticket['tags'] as { name: string }[]).map((tag) => tag.name);

describe('tags', () => {
  it('are written by staff and read by customers', async () => {
    const made = (await tickets.as('agent', 'post', TAGS).send({ name: 'Billing' }).expect(201)).body as Body;
    expect(made).toEqual({ id: made['id'], name: 'Billing', slug: 'billing', color: '#6366f1' });
    const path = `${TAGS}/${String(made['id'])}`;
    await tickets.as('customer', 'post', TAGS).send({ name: 'Mine' }).expect(403);
    await tickets.as('customer', 'patch', path).send({ name: 'Mine' }).expect(403);
    await tickets.as('customer', 'delete', path).expect(403);
    expect((await tickets.as('customer', 'get', path).expect(200)).body).toEqual(made);
    const renamed = await tickets.as('agent', 'patch', path).send({ color: '#ff0000' }).expect(200);
    expect(renamed.body).toEqual({ ...made, color: '#ff0000' });
    await tickets.as('agent', 'put', path).send({ color: '#ff0000' }).expect(400);
    const put = await tickets.as('agent', 'put', path).send({ name: 'Invoices' }).expect(200);
    expect(put.body).toMatchObject({ name: 'Invoices', slug: 'billing' });
  });

  it('have names that differ by more than their case', async () => {
    await tickets.as('agent', 'post', TAGS).send({ name: 'Urgent Care' }).expect(201);
    const other = await tickets.as('agent', 'post', TAGS).send({ name: 'Other' }).expect(201);
    const twice = await tickets.as('agent', 'post', TAGS).send({ name: 'urgent care' }).expect(409);
    expect(twice.body).toMatchObject({ type: 'about:blank#duplicate', status: 409 });
    const path = `${TAGS}/${String((other.body as Body)['id'])}`;
    await tickets.as('agent', 'patch', path).send({ name: 'URGENT CARE' }).expect(409);
  });

  it('are listed by name, searched, and walked', async () => {
    for (const name of ['walk c', 'walk a', 'walk b']) {
      await tickets.as('agent', 'post', TAGS).send({ name }).expect(201);
    }
    const names: unknown[] = [];
    let next: string | null = `${TAGS}?search=WALK&page_size=2&cursor=`;
    while (next !== null) {
      const page: { next: string | null; count: number; results: Body[] } = (
        await tickets.as('customer', 'get', next).expect(200)
      ).body as never;
      expect(page.count).toBe(3);
      names.push(...page.results.map((tag) => tag['name']));
      next = page.next;
    }
    expect(names).toEqual(['walk a', 'walk b', 'walk c']);
    const { body } = await tickets.as('agent', 'get', `${TAGS}?search=%25`).expect(200);
    expect(body).toMatchObject({ count: 0 });
  });

  it('cannot be deleted while a ticket has them', async () => {
    const ticket = await tickets.open({ tags: ['in-use'] }, 'agent');
    const found = await tickets.as('agent', 'get', `${TAGS}?search=in-use`).expect(200);
    const [tag] = (found.body as { results: Body[] }).results;
    const path = `${TAGS}/${String(tag?.['id'])}`;
    const refused = await tickets.as('agent', 'delete', path).expect(409);
    expect(refused.body).toMatchObject({ type: 'about:blank#in_use' });
    await tickets.as('agent', 'patch', String(ticket['id'])).send({ tags: [] }).expect(200);
    await tickets.as('agent', 'delete', path).expect(204);
    await tickets.as('agent', 'get', path).expect(404);
  });

  it('of a ticket are replaced by adding and removing, each told in the trail', async () => {
    const customer = tickets.people.customer.id;
    const ticket = await tickets.open({ tags: ['one', 'two'], customer }, 'agent');
    const before = (await tickets.trail('agent', ticket)).length;
    const path = String(ticket['id']);
    const answer = await tickets
      .as('agent', 'patch', path)
      .send({ tags: ['Two', 'three'] })
      .expect(200);
    expect(tagNames(answer.body as Body)).toEqual(['three', 'two']);
    const lines = (await tickets.trail('agent', ticket)).slice(before);
    expect(lines).toEqual([
      expect.objectContaining({ activity_type: 'tag_added', old_value: '', new_value: 'three' }),
      expect.objectContaining({ activity_type: 'updated', about: 'tags', old_value: 'one', new_value: '' }),
    ]);
    const seen = (await tickets.trail('customer', ticket)).map((line) => line['activity_type']);
    expect(seen).toEqual(['created']);
    const same = await tickets
      .as('agent', 'patch', path)
      .send({ tags: ['three', 'two'] })
      .expect(200);
    expect((same.body as Body)['version']).toBe((answer.body as Body)['version']);
    await tickets.as('customer', 'patch', path).send({ tags: [] }).expect(403);
    const untouched = await tickets.as('agent', 'patch', path).send({ priority: 'low' }).expect(200);
    expect(tagNames(untouched.body as Body)).toEqual(['three', 'two']);
  });
});

describe('categories', () => {
  it('are written by managers only', async () => {
    await tickets.as('agent', 'post', CATEGORIES).send({ name: 'Hardware' }).expect(403);
    const made = await tickets.as('manager', 'post', CATEGORIES).send({ name: 'Hardware' }).expect(201);
    const path = `${CATEGORIES}/${String((made.body as Body)['id'])}`;
    for (const who of ['agent', 'customer'] as const) {
      await tickets.as(who, 'patch', path).send({ name: 'x' }).expect(403);
      await tickets.as(who, 'put', path).send({ name: 'x' }).expect(403);
      await tickets.as(who, 'delete', path).expect(403);
    }
    await tickets.as('manager', 'post', CATEGORIES).send({ name: 'HARDWARE' }).expect(409);
    const changed = await tickets.as('manager', 'patch', path).send({ description: 'Things' }).expect(200);
    expect(changed.body).toEqual({ ...(made.body as Body), description: 'Things' });
    await tickets.as('manager', 'put', path).send({ color: '#000000' }).expect(400);
    await tickets.as('manager', 'put', path).send({ name: 'Devices' }).expect(200);
    await tickets.as('manager', 'delete', path).expect(204);
    await tickets.as('manager', 'get', path).expect(404);
  });

  it('that are not active are kept by their tickets, offered to none and unseen by customers', async () => {
    const made = await tickets.as('manager', 'post', CATEGORIES).send({ name: 'Old things' }).expect(201);
    const id = (made.body as Body)['id'];
    const path = `${CATEGORIES}/${String(id)}`;
    const ticket = await tickets.open({ category: id });
    const other = await tickets.open();
    await tickets.as('manager', 'patch', path).send({ is_active: false }).expect(200);
    await tickets.as('customer', 'get', path).expect(404);
    expect(JSON.stringify((await tickets.as('customer', 'get', CATEGORIES)).body)).not.toContain(
      'Old things',
    );
    expect(JSON.stringify((await tickets.as('agent', 'get', CATEGORIES)).body)).toContain('Old things');
    const kept = await tickets
      .as('agent', 'patch', String(ticket['id']))
      .send({ category: id, title: 'New' });
    expect(kept.body).toMatchObject({ title: 'New', category: { id } });
    await tickets.as('agent', 'patch', String(other['id'])).send({ category: id }).expect(400);
    const refused = await tickets.as('manager', 'delete', path).expect(409);
    expect(refused.body).toMatchObject({ type: 'about:blank#in_use' });
  });

  it('whose names fold to one slug are numbered', async () => {
    const slugs: unknown[] = [];
    for (const name of ['C++', 'C#']) {
      const made = await tickets.as('manager', 'post', CATEGORIES).send({ name }).expect(201);
      slugs.push((made.body as Body)['slug']);
    }
    expect(slugs).toEqual(['c', 'c-2']);
  });

  it.each(['abc', '0', '99999999999', '1;DROP'])('are not found by the id %s', async (id) => {
    await tickets.as('manager', 'get', `${CATEGORIES}/${id}`).expect(404);
    await tickets.as('manager', 'delete', `${TAGS}/${id}`).expect(404);
  });
});
