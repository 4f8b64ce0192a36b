import { CheckBreaches } from '@desk/domains/sla';
import { Notify } from '@desk/domains/notifications';
import { Database, UnitOfWork } from '@desk/platform/database';
import { SYSTEM } from '@desk/platform/security';

import { PROVIDER_EXERCISES } from './provider-exercises';
import { RECOVERY_EXERCISES } from './recovery-exercises';
import { PICTURE, withAvatar } from './pictures';
import { SECURITY_EXERCISES } from './security-exercises';
import {
  type Exercise,
  type Json,
  type Named,
  type Prepare,
  type Principal,
  type Someone,
  type World,
} from './world';

const NOTHING: Prepare = () => ({});

/** A ticket of the owner's that the agent holds, new for each call. */
export async function newTicket(world: World): Promise<Json> {
  const text = { title: `Ticket ${world.next()}`, description: 'It does not work' };
  const people = { customer: world.who('owner').id, assigned_agent: world.who('agent').id };
  return world.must('createTicket', 'agent', { body: { ...text, ...people } });
}

const onTicket =
  (body?: Json): Prepare =>
  async (world) => ({ parameters: { key: Number((await newTicket(world))['id']) }, body });

async function attachment(world: World): Promise<Exercise> {
  const upload = await world.must('uploadFile', 'owner', { file: Buffer.from(`file ${world.next()}`) });
  const parameters = { key: Number((await newTicket(world))['id']) };
  const body = { content: 'See the file', upload_ids: [upload['id']] };
  const { attachments } = await world.must('addComment', 'owner', { parameters, body });
  const [file] = attachments as Json[];
  return { parameters: { id: Number(file?.['id']) } };
}

async function resolvedTicket(world: World): Promise<Exercise> {
  const parameters = { key: Number((await newTicket(world))['id']) };
  await world.must('updateTicket', 'agent', { parameters, body: { status: 'resolved' } });
  return { parameters, body: { rating: 5, feedback: 'Quick' } };
}

const person = (world: World): Json => ({
  email: `new.${world.next()}@example.com`,
  password: 'plain-sailing-87',
  first_name: 'New',
  last_name: 'Person',
});

const isCustomer = (by: Principal) => by === 'owner' || by === 'stranger';

const onCustomer =
  (body?: Json): Prepare =>
  async (world) => ({ parameters: { id: (await world.person('customer')).id }, body });

const category = (world: World): Json => ({ name: `Category ${world.next()}`, color: '#112233' });
const tag = (world: World): Json => ({ name: `tag ${world.next()}`, color: '#112233' });
const policy = (world: World): Json => ({
  name: `Policy ${world.next()}`,
  priority: 'low',
  response_time_hours: 1,
  resolution_time_hours: 8,
});
const rule = (world: World): Json => ({
  name: `Rule ${world.next()}`,
  trigger_event: 'sla_breach',
  conditions: { priority: 'urgent' },
  action_type: 'add_tag',
  action_params: { tag: 'late' },
});

/** An object of the kind, made by the superadmin. */
const made =
  (create: string, build: (world: World) => Json, body?: (world: World) => Json): Prepare =>
  async (world) => {
    const object = await world.must(create, 'superadmin', { body: build(world) });
    return { parameters: { id: object['id'] as string | number }, body: body?.(world) };
  };

/** The session of a browser in which somebody has just signed in. */
export async function cookie(world: World, someone: Someone = world.who('owner')): Promise<Exercise> {
  const { email, password } = someone;
  const answer = await world.call('signIn', 'anonymous', { body: { email, password } });
  return { headers: { Cookie: answer.headers.get('Set-Cookie')?.split(';')[0] ?? '' } };
}

export async function refreshToken(world: World, someone: Someone = world.who('owner')): Promise<Exercise> {
  const { email, password } = someone;
  const pair = await world.must('obtainTokens', 'anonymous', { body: { email, password } });
  return { body: { refresh: pair['refresh'] } };
}

export async function notice(world: World, whose: Named): Promise<Exercise> {
  const userIds = [world.who(whose).id];
  const input = {
    userIds,
    type: 'system',
    title: `Notice ${world.next()}`,
    message: 'Look',
    ticketId: null,
  } as const;
  await world.desk.get(UnitOfWork).run(() => world.desk.get(Notify).run(SYSTEM, input));
  const [row] = await world.desk
    .get(Database)
    .rows<{ id: string }>('SELECT id FROM jrd_notifications WHERE title = ?', [input.title]);
  return { parameters: { id: row?.id ?? '' } };
}

const credentials: Prepare = (world) => {
  const { email, password } = world.who('owner');
  return { body: { email, password } };
};

/** How each operation of the document is called with success, by somebody who may. */
export const EXERCISES: Record<string, Prepare> = {
  listLoginAudit: NOTHING,
  listRequestLog: NOTHING,
  changePassword: (world, by) => {
    const new_password = `plain-sailing-${world.next()}-more`;
    const someone = world.people.get(by);
    const current_password = someone?.password ?? new_password;
    if (someone !== undefined) someone.password = new_password;
    return { body: { current_password, new_password } };
  },
  ...RECOVERY_EXERCISES,
  ...SECURITY_EXERCISES,
  ...PROVIDER_EXERCISES,
  registerCustomer: (world) => ({ body: person(world) }),
  signIn: credentials,
  renewSession: (world) => cookie(world),
  signOut: (world) => cookie(world),
  getSetUp: NOTHING,
  setUp: (world) => ({ body: person(world) }),
  obtainTokens: credentials,
  refreshTokens: (world) => refreshToken(world),
  listUsers: NOTHING,
  createUser: (world) => ({ body: { ...person(world), role: 'agent' } }),
  listAgents: NOTHING,
  getMe: NOTHING,
  updateMe: () => ({ body: { department: 'Purchasing' } }),
  getUserStats: NOTHING,
  getUser: (world) => ({ parameters: { id: world.who('owner').id } }),
  replaceUser: (world) => {
    const { id, email } = world.who('owner');
    return { parameters: { id }, body: { email, first_name: 'Other', last_name: 'Name' } };
  },
  updateUser: (world) => ({ parameters: { id: world.who('owner').id }, body: { job_title: 'Buyer' } }),
  deactivateUser: onCustomer(),
  setMyAvatar: () => ({ file: PICTURE }),
  removeMyAvatar: NOTHING,
  getAvatar: (world) => withAvatar(world, 'owner'),
  toggleUser: onCustomer(),

  listRuleLogs: NOTHING,
  listRules: NOTHING,
  createRule: (world) => ({ body: rule(world) }),
  ruleStats: NOTHING,
  getRule: made('createRule', rule),
  replaceRule: made('createRule', rule, rule),
  updateRule: made('createRule', rule, () => ({ is_active: false })),
  deleteRule: made('createRule', rule),

  listNotifications: NOTHING,
  markAllNotificationsRead: NOTHING,
  listOutbox: NOTHING,
  countUnreadNotifications: NOTHING,
  markNotificationRead: (world) => notice(world, 'owner'),

  listSlaBreaches: NOTHING,
  listSlaPolicies: NOTHING,
  createSlaPolicy: (world) => ({ body: policy(world) }),
  getSlaStats: NOTHING,
  getSlaPolicy: made('createSlaPolicy', policy),
  replaceSlaPolicy: made('createSlaPolicy', policy, policy),
  updateSlaPolicy: made('createSlaPolicy', policy, () => ({ is_active: false })),
  deleteSlaPolicy: made('createSlaPolicy', policy),

  downloadAttachment: attachment,
  listCategories: NOTHING,
  createCategory: (world) => ({ body: category(world) }),
  getCategory: made('createCategory', category),
  replaceCategory: made('createCategory', category, category),
  updateCategory: made('createCategory', category, () => ({ description: 'Other' })),
  deleteCategory: made('createCategory', category),
  listTags: NOTHING,
  createTag: (world) => ({ body: tag(world) }),
  getTag: made('createTag', tag),
  replaceTag: made('createTag', tag, tag),
  updateTag: made('createTag', tag, () => ({ color: '#445566' })),
  deleteTag: made('createTag', tag),

  listTickets: NOTHING,
  createTicket: () => ({ body: { title: 'New', description: 'Please', priority: 'high' } }),
  ticketStats: NOTHING,
  getTicket: onTicket(),
  // The one change that a customer may make too.
  updateTicket: onTicket({ status: 'closed' }),
  replaceTicket: (world, by) =>
    onTicket(
      isCustomer(by) ? { status: 'closed' } : { title: 'Whole', description: 'All of it', status: 'closed' },
    )(world, by),
  deleteTicket: onTicket(),
  listActivities: onTicket(),
  assignTicket: async (world) => ({
    ...(await onTicket()(world, 'agent')),
    body: { agent_id: world.who('agent').id },
  }),
  listAttachments: onTicket(),
  addComment: onTicket({ content: 'Words' }),
  listComments: onTicket(),
  escalateTicket: onTicket({ reason: 'Waits too long' }),
  rateTicket: resolvedTicket,
  uploadFile: () => ({ file: Buffer.from('some words') }),
};

/** As if both deadlines of a ticket had just passed. */
export async function missDeadlines(world: World, ticketId: number): Promise<void> {
  const { desk } = world;
  const [ticket] = await desk
    .get(Database)
    .rows<{ created_at: string }>('SELECT created_at FROM jrd_tickets WHERE id = ?', [ticketId]);
  await desk
    .get(UnitOfWork)
    .run(() =>
      desk
        .get(Database)
        .write()
        .query('UPDATE jrd_sla_clocks SET deadline = ?, target_seconds = 0 WHERE ticket_id = ?', [
          ticket?.created_at,
          ticketId,
        ]),
    );
  await desk.get(CheckBreaches).run(SYSTEM);
}
