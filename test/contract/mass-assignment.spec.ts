import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { type Role, ROLES } from '@desk/contracts';
import { User } from '@desk/domains/accounts/model/user';
import { Connections, Database } from '@desk/platform/database';

import { ROLE_MATRIX } from './role-matrix';
import { type OpenApi, type Operation, operationsOf } from './support/document';
import { EXERCISES } from './support/exercises';
import { type Answer, type Json, PATIENCE_MS, type Principal, PRINCIPALS, World } from './support/world';

jest.setTimeout(PATIENCE_MS);

/** access.spec.ts sees to it that this is what the desk serves. */
const COMMITTED = readFileSync(join(__dirname, '../../libs/web/api-client/openapi.json'), 'utf8');
const WRITES = operationsOf(JSON.parse(COMMITTED) as OpenApi).filter(({ method }) => method !== 'GET');
const WITH_BODY = WRITES.filter(({ body, multipart }) => body !== null || multipart).map(({ id }) => id);
const WITHOUT_BODY = WRITES.map(({ id }) => id).filter((id) => !WITH_BODY.includes(id));

/** What of a person these change, whatever they are sent. */
const THEIR_WORK: Record<string, string[]> = {
  deactivateUser: ['is_active', 'updated_at'],
  removeMyAvatar: ['avatar', 'updated_at'],
  // By the test, which signs them in again.
  signOut: ['last_login'],
  toggleUser: ['is_active', 'updated_at'],
  withdrawInvitation: ['invited_at', 'updated_at'],
  resendInvitation: ['invited_at', 'updated_at'],
};

const isRole = (name: string): name is Role => (ROLES as readonly string[]).includes(name);

type Row = Record<string, unknown>;

let world: World;
let columns: string[];

beforeAll(async () => {
  world = await World.start();
  columns = world.desk
    .get(Connections)
    .reader.getMetadata(User)
    .columns.map(({ databaseName }) => databaseName);
});

afterAll(() => world.desk.close());

const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** What somebody would like to be. */
function wish(column: string): unknown {
  if (column === 'role') return 'superadmin';
  if (column.startsWith('is_')) return true;
  if (/_at$|^date_|_login$/.test(column)) return '2020-01-01T00:00:00Z';
  return column === 'id' ? world.who('superadmin').id : `mine.${column}@example.com`;
}

/** Every column in every spelling that an object mapper might take, but for the documented fields of the body. */
function foreignFields({ body, multipart }: Operation): Json {
  const documented = Object.keys(body?.['properties'] ?? {});
  const snake = Object.fromEntries(columns.map((name) => [name, wish(name)]));
  const camels = Object.fromEntries(columns.map((name) => [camel(name), wish(name)]));
  const nested = { user: { ...snake, ...camels }, profile: { ...snake, ...camels } };
  const bracketed = Object.fromEntries(columns.map((name) => [`user[${name}]`, wish(name)]));
  // Of a form no more than fifty fields are read.
  const flat = multipart ? snake : { ...bracketed, ...camels, ...snake };
  const all = Object.entries({ ...flat, ...nested });
  return Object.fromEntries(all.filter(([name]) => !documented.includes(name)));
}

async function rows(): Promise<Map<string, Row>> {
  const found = await world.desk.get(Database).rows<Row>('SELECT * FROM jrd_users');
  return new Map(found.map((row) => [String(row['id']), row]));
}

/** What became different of whom: `{ id: [columns] }`, a new person as `[new]`. */
function changes(before: Map<string, Row>, after: Map<string, Row>): Record<string, string[]> {
  const changed = [...after].map(([id, row]): [string, string[]] => {
    const old = before.get(id);
    if (old === undefined) return [id, ['new']];
    return [id, columns.filter((name) => JSON.stringify(row[name]) !== JSON.stringify(old[name]))];
  });
  return Object.fromEntries(changed.filter(([, names]) => names.length > 0));
}

const statusesOf = (id: string) => ROLE_MATRIX.find(({ name }) => name === id)?.statuses;

const fieldsOf = ({ body }: Answer): string[] =>
  ((body as { errors?: { field: string }[] }).errors ?? []).map(({ field }) => field);

/** How an operation is called well, without what its exercise would note of the person. */
async function exerciseOf(id: string, by: Principal) {
  const someone = world.people.get(by);
  const password = someone?.password;
  const exercise = (await EXERCISES[id]?.(world, by)) ?? {};
  if (someone !== undefined && password !== undefined) someone.password = password;
  return exercise;
}

it.each(WITH_BODY)('no column of a person can be smuggled into %s', async (id) => {
  const operation = world.operation(id);
  const statuses = statusesOf(id);
  const [strongest = 'superadmin'] = PRINCIPALS.filter((by) => (statuses?.[by] ?? 0) < 400);
  const exercise = await exerciseOf(id, strongest);
  const foreign = foreignFields(operation);
  const attack = { ...exercise, body: { ...exercise.body, ...foreign } };
  const wrong: unknown[] = [];
  for (const by of PRINCIPALS) {
    const before = await rows();
    const answer = await world.call(id, by, attack);
    const named = fieldsOf(answer);
    const unnamed = answer.status === 400 ? Object.keys(foreign).filter((name) => !named.includes(name)) : [];
    // Who may not call it at all is told so first.
    const isRight = answer.status === 400 || (answer.status >= 401 && answer.status === statuses?.[by]);
    const changed = changes(before, await rows());
    if (!isRight || unnamed.length > 0 || Object.keys(changed).length > 0) {
      wrong.push({ by, status: answer.status, unnamed, changed });
    }
  }
  expect(wrong).toEqual([]);
});

it.each(WITHOUT_BODY)('a body does to nobody anything at %s, which takes none', async (id) => {
  const foreign = foreignFields(world.operation(id));
  const allowed = THEIR_WORK[id] ?? [];
  const wrong: unknown[] = [];
  for (const by of PRINCIPALS) {
    const exercise = await exerciseOf(id, by);
    const before = await rows();
    const { status } = await world.call(id, by, { ...exercise, body: foreign });
    const changed = changes(before, await rows());
    const tooMuch = Object.values(changed)
      .flat()
      .filter((name) => !allowed.includes(name));
    const isRight = status === 400 || status === statusesOf(id)?.[by];
    if (!isRight || tooMuch.length > 0) wrong.push({ by, status, changed });
  }
  expect(wrong).toEqual([]);
});

/** Fields of a person's own body that not everybody may set, by CONTRACT.md section 4; own address only by a mailed link. */
const GUARDED = `
of          field      superadmin manager agent colleague owner stranger anonymous deactivated

self        role              200     403   403       403   403      403       401         401
self        is_active         409     409   403       403   403      403       401         401
self        email             403     403   403       403   403      403       401         401
customer    role              200     403   403       403   404      404       401         401
customer    is_active         200     200   403       403   404      404       401         401
customer    email             200     200   403       403   404      404       401         401
agent       role              200     403   403       403   404      404       401         401
agent       is_active         200     200   403       403   404      404       401         401
agent       email             200     200   403       403   404      404       401         401
superadmin  role              200     403   403       403   404      404       401         401
superadmin  is_active         200     403   403       403   404      404       401         401
superadmin  email             200     403   403       403   404      404       401         401
customer    profile           200     200   403       403   404      404       401         401
superadmin  profile           200     403   403       403   404      404       401         401
`;

/** What a field brings with it. */
const FOLLOWING: Record<string, string[]> = {
  role: ['role', 'is_staff'],
  is_active: ['is_active'],
  email: ['email', 'email_key', 'email_verified_at'],
};

const guarded = GUARDED.split('\n')
  .filter((line) => line.trim() !== '')
  .slice(1)
  .flatMap((line) => {
    const [of = '', field = '', ...cells] = line.trim().split(/\s+/);
    const statuses = Object.fromEntries(PRINCIPALS.map((by, i) => [by, Number(cells[i])]));
    const ways = ['updateUser', 'replaceUser', ...(of === 'self' ? ['updateMe'] : [])];
    return ways.map((way) => ({ of, field, way, statuses }));
  });

function change(field: string, role: unknown): Json {
  if (field === 'role') return { role: role === 'superadmin' ? 'agent' : 'superadmin' };
  if (field === 'is_active') return { is_active: false };
  if (field === 'email') return { email: `taken.${world.next()}@example.com` };
  return { first_name: 'Other', phone: '+91 44 1234', address: 'Elsewhere', department: 'D', job_title: 'J' };
}

it.each(guarded)(
  '$field of $of is changed by $way by whom the table says',
  async ({ of, field, way, statuses }) => {
    const found: Record<string, number> = {};
    const wrong: unknown[] = [];
    for (const by of PRINCIPALS) {
      const known = world.people.get(by);
      // Whoever demotes themselves is not the same any more.
      if (of === 'self' && by === 'superadmin') world.people.set(by, await world.hire(by, 'passing'));
      const self = world.people.get(by);
      const target =
        of === 'self' && self !== undefined ? self : await world.person(isRole(of) ? of : 'customer');
      const before = await rows();
      const body = change(field, before.get(target.id)?.['role']);
      const whole = { email: target.email, first_name: 'Test', last_name: 'Person', ...body };
      const { status } = await world.call(way, by, {
        parameters: { id: target.id },
        body: way === 'replaceUser' ? whole : body,
      });
      found[by] = status;
      const changed = changes(before, await rows());
      const follow = FOLLOWING[field] ?? [...Object.keys(body), 'name_key'];
      const may = status === 200 ? [...follow, 'updated_at'] : [];
      const { [target.id]: own = [], ...others } = changed;
      if (own.some((name) => !may.includes(name)) || Object.keys(others).length > 0)
        wrong.push({ by, changed });
      if (status === 200 && !own.includes(follow[0] ?? '')) wrong.push({ by, unchanged: body });
      if (known !== undefined) world.people.set(by, known);
    }
    expect(found).toEqual(statuses);
    expect(wrong).toEqual([]);
  },
);
