import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { SetUserActive } from '@desk/domains/accounts/actions/set-user-active';
import { SYSTEM } from '@desk/platform/security';

import { ROLE_MATRIX } from './role-matrix';
import { type OpenApi, operationsOf } from './support/document';
import { cookie, EXERCISES, newTicket, notice, refreshToken } from './support/exercises';
import { withAvatar } from './support/pictures';
import { Judge } from './support/judge';
import { mailed } from './support/recovery-exercises';
import { deviceOf, onDevice } from './support/security-exercises';
import { type Exercise, PATIENCE_MS, type Prepare, PRINCIPALS, type Someone, World } from './support/world';

jest.setTimeout(PATIENCE_MS);

let world: World;
let judge: Judge;

beforeAll(async () => {
  world = await World.start();
  judge = new Judge(world.document);
});

afterAll(() => world.desk.close());

const UUID = /^[0-9a-f-]{36}$/;
const NUMBER = 2_000_000_000;

/** access.spec.ts sees to it that this is what the desk serves. */
const COMMITTED = readFileSync(join(__dirname, '../../libs/web/api-client/openapi.json'), 'utf8');
const WITH_ID = operationsOf(JSON.parse(COMMITTED) as OpenApi)
  .filter(({ parameters }) => parameters.length > 0)
  .map(({ id }) => id);

/** The rows of the table whose name has a colon. */
const VARIANTS: Record<string, Prepare> = {
  'updateMe:email': (its) => ({ body: { email: `mine.${its.next()}@example.com` } }),
  'invitePerson:superadmin': async (its, by) => {
    const { body } = await prepared('invitePerson', its, by);
    return { body: { ...body, role: 'superadmin' } };
  },
  'resendInvitation:superadmin': invitedSuperadmin,
  'withdrawInvitation:superadmin': invitedSuperadmin,
  'confirmEmail:foreign': async (its) => ({
    body: { token: await mailed(its, 'verify', await its.person('customer')) },
  }),
  'confirmEmailChange:foreign': async (its) => ({
    body: { token: await mailed(its, 'change', await its.person('customer')) },
  }),
  'updateMe:role': () => ({ body: { role: 'superadmin' } }),
  'createUser:superadmin': async (its, by) => {
    const { body } = await prepared('createUser', its, by);
    return { body: { ...body, role: 'superadmin' } };
  },
  'getAvatar:agent': (its) => withAvatar(its, 'agent'),
  'getUser:agent': (its) => ({ parameters: { id: its.who('agent').id } }),
  'updateUser:agent': (its) => ({ parameters: { id: its.who('agent').id }, body: { job_title: 'Helper' } }),
  'updateUser:role': async (its) => ({
    parameters: { id: (await its.person('customer')).id },
    body: { role: 'agent' },
  }),
  'updateUser:superadmin': async (its) => ({
    parameters: { id: (await its.person('superadmin')).id },
    body: { job_title: 'Chief' },
  }),
  'deactivateUser:superadmin': async (its) => ({ parameters: { id: (await its.person('superadmin')).id } }),
  'toggleUser:superadmin': async (its) => ({ parameters: { id: (await its.person('superadmin')).id } }),
  'endSession:foreign': async (its) => ({
    parameters: { id: await deviceOf(its, await its.hire('customer', 'other')) },
  }),
  'listUserSessions:superadmin': async (its) => ({ parameters: { id: (await its.person('superadmin')).id } }),
  'endUserSessions:superadmin': async (its) => ({ parameters: { id: (await its.person('superadmin')).id } }),
  'endUserSession:superadmin': onDevice('superadmin'),
  'endUserSession:elsewhere': async (its) => ({
    parameters: { id: its.who('owner').id, session: await deviceOf(its, its.who('stranger')) },
  }),
  'renewSession:own': ofOwnSession(cookie, { headers: { Cookie: 'desk_session=none' } }),
  'refreshTokens:own': ofOwnSession(refreshToken, { body: { refresh: 'none' } }),
  'revokeApiToken:foreign': async (its) => {
    const { token } = await its.hire('customer', 'other');
    const made = await fetch(`${its.desk.url}/api/accounts/tokens/`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ name: 'Other', scopes: ['read'] }),
    });
    return { parameters: { id: ((await made.json()) as { id: string }).id } };
  },
  'createTicket:for-customer': async (its, by) => {
    const { body } = await prepared('createTicket', its, by);
    return { body: { ...body, customer: its.who('owner').id } };
  },
  'updateTicket:priority': async (its) => ({
    parameters: { key: Number((await newTicket(its))['id']) },
    body: { priority: 'urgent' },
  }),
  'assignTicket:claim': async (its) => ({
    parameters: { key: Number((await newTicket(its))['id']) },
    body: { agent_id: 'me' },
  }),
  'markNotificationRead:agent': (its) => notice(its, 'agent'),
  'addComment:note': async (its) => ({
    parameters: { key: Number((await newTicket(its))['id']) },
    body: { content: 'Between us', comment_type: 'internal_note' },
  }),
  'rateTicket:open': async (its) => ({
    parameters: { key: Number((await newTicket(its))['id']) },
    body: { rating: 1 },
  }),
  'downloadAttachment:note': async (its) => {
    const parameters = { key: Number((await newTicket(its))['id']) };
    const upload = await its.must('uploadFile', 'agent', { file: Buffer.from(`note ${its.next()}`) });
    const body = { content: 'See it', comment_type: 'internal_note', upload_ids: [upload['id']] };
    const comment = await its.must('addComment', 'agent', { parameters, body });
    const [file] = comment['attachments'] as { id: number }[];
    return { parameters: { id: file?.id ?? 0 } };
  },
  'createTicket:foreign-upload': async (its) => {
    const upload = await its.must('uploadFile', 'owner', { file: Buffer.from(`mine ${its.next()}`) });
    return {
      body: { title: 'Not mine', description: 'Somebody else brought it', upload_ids: [upload['id']] },
    };
  },
  'getCategory:inactive': async (its) => {
    const body = { name: `Closed ${its.next()}`, is_active: false };
    return { parameters: { id: Number((await its.must('createCategory', 'superadmin', { body }))['id']) } };
  },
};

/** What one's own session is renewed with: somebody who has left brings what they had until then. */
function ofOwnSession(read: (its: World, someone: Someone) => Promise<Exercise>, without: Exercise): Prepare {
  return async (its, by) => {
    if (by === 'anonymous') return without;
    if (by !== 'deactivated') return read(its, its.who(by));
    const someone = await its.hire('agent', 'leaving');
    const exercise = await read(its, someone);
    await its.desk.get(SetUserActive).run(SYSTEM, someone.id, false);
    return exercise;
  };
}

async function invitedSuperadmin(its: World) {
  const { body } = await prepared('invitePerson', its, 'superadmin');
  const { id } = await its.must('invitePerson', 'superadmin', { body: { ...body, role: 'superadmin' } });
  return { parameters: { id: String(id) } };
}

async function prepared(name: string, its: World, by: (typeof PRINCIPALS)[number]) {
  const prepare = VARIANTS[name] ?? EXERCISES[name];
  if (prepare === undefined) throw new Error(`Nothing says how ${name} is called`);
  return prepare(its, by);
}

describe('who may call what', () => {
  it('should be said for every operation of the document, and for nothing else', () => {
    const rows = ROLE_MATRIX.map(({ name }) => name);
    expect(new Set(rows).size).toBe(rows.length);
    const plain = rows.filter((name) => !name.includes(':'));
    expect(plain.sort()).toEqual(world.operations.map(({ id }) => id).sort());
    expect(rows.filter((name) => name.includes(':')).sort()).toEqual(Object.keys(VARIANTS).sort());
  });

  it.each(ROLE_MATRIX)('$name', async ({ name, operation, statuses }) => {
    const found: Record<string, number> = {};
    const complaints: string[] = [];
    for (const principal of PRINCIPALS) {
      const answer = await world.call(operation, principal, await prepared(name, world, principal));
      found[principal] = answer.status;
      complaints.push(
        ...judge.complaints(world.operation(operation), answer).map((text) => `${principal}: ${text}`),
      );
    }
    expect(found).toEqual(statuses);
    expect(complaints).toEqual([]);
  });

  it.each(WITH_ID)(
    'should find nothing that is not there, nor by an id that is none: %s',
    async (operation) => {
      const row = ROLE_MATRIX.find(({ name }) => name === operation);
      const wrong: unknown[] = [];
      for (const principal of PRINCIPALS) {
        const status = row?.statuses[principal] ?? 0;
        // What the role may not at all, it may be told before anybody looks.
        const right = status === 401 ? [401] : status === 403 ? [403, 404] : [404];
        const { parameters, ...exercise } = await prepared(operation, world, principal);
        const names = Object.keys(parameters ?? {});
        const cases = names.flatMap((name) =>
          [...missing(name, parameters?.[name]), 'no-such'].map((id) => ({ ...parameters, [name]: id })),
        );
        for (const asked of cases) {
          const answer = await world.call(operation, principal, { ...exercise, parameters: asked });
          const complaints = judge.complaints(world.operation(operation), answer);
          if (!right.includes(answer.status) || complaints.length > 0) {
            wrong.push({ principal, asked, status: answer.status, complaints });
          }
        }
      }
      expect(wrong).toEqual([]);
    },
  );
});

/** Ids of the same form that nothing has; tickets have two forms. */
function missing(name: string, good: string | number | undefined): (string | number)[] {
  if (name === 'key') return [NUMBER, 'JRD-ZZZZZZ'];
  if (typeof good === 'number') return [NUMBER];
  return UUID.test(String(good)) ? ['01890a5d-ac96-774b-bcce-b302099a8057'] : ['nobody'];
}
