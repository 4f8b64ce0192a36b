import { mayCall, ROLE_MATRIX } from './role-matrix';
import { EXERCISES, newTicket } from './support/exercises';
import { withAvatar } from './support/pictures';
import { Judge } from './support/judge';
import { mailed } from './support/recovery-exercises';
import { deviceOf, onDevice } from './support/security-exercises';
import { PATIENCE_MS, type Prepare, PRINCIPALS, World } from './support/world';

jest.setTimeout(PATIENCE_MS);

let world: World;
let judge: Judge;

beforeAll(async () => {
  world = await World.start();
  judge = new Judge(world.document);
});

afterAll(() => world.desk.close());

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
  'getAvatar:colleague': (its) => withAvatar(its, 'agent'),
  'getUser:colleague': async (its) => ({ parameters: { id: (await its.person('agent')).id } }),
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

  it('should hide what is not there from everybody alike', async () => {
    const missing = { id: 2_000_000_000, key: 2_000_000_000, name: 'nobody' };
    const uuids = [
      'getUser',
      'replaceUser',
      'updateUser',
      'deactivateUser',
      'toggleUser',
      'resendInvitation',
      'withdrawInvitation',
      'endSession',
      'listUserSessions',
      'endUserSessions',
      'endUserSession',
      'resetSecondFactor',
      'revokeApiToken',
      'getAvatar',
      'markNotificationRead',
      'unlinkIdentity',
    ];
    const found: Record<string, number> = {};
    for (const { id, parameters } of world.operations) {
      if (parameters.length === 0) continue;
      const isUuid = uuids.includes(id) || id.endsWith('Rule');
      const [by = 'superadmin'] = mayCall(id);
      const { body } = await prepared(id, world, by);
      const nobody = '01890a5d-ac96-774b-bcce-b302099a8057';
      const named: Record<string, string | number> = isUuid ? { id: nobody, session: nobody } : missing;
      found[id] = (await world.call(id, by, { parameters: named, body })).status;
    }
    expect(Object.entries(found).filter(([, status]) => status !== 404)).toEqual([]);
  });
});
