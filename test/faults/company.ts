import { ADMIN } from '../support/operator';

export const PASSWORD = 'plain-sailing-87';

export interface Person {
  id: string;
  role: 'superadmin' | 'manager' | 'agent' | 'customer';
  name: string;
  email: string;
  token: string;
}

/** Who works with the desk in a drill, and what is set up for them. */
export interface Company {
  managers: Person[];
  agents: [Person, Person];
  customers: Person[];
  category: number;
}

export type Body = Record<string, unknown>;

export async function call(url: string, token: string | null, method: string, body?: Body): Promise<Body> {
  const headers: Record<string, string> = { 'Content-Type': 'application/json' };
  if (token !== null) headers['Authorization'] = `Bearer ${token}`;
  const answer = await fetch(url, { method, headers, body: JSON.stringify(body) });
  const got = (await answer.json()) as Body;
  if (!answer.ok) throw new Error(`${method} ${url} answers ${answer.status}: ${JSON.stringify(got)}`);
  return got;
}

/**
 * Two managers, two agents, four customers; a policy for each priority; rules that assign and tag urgent tickets, tell
 * managers of them, and tag what a customer comes back to.
 */
export async function foundCompany({ url }: { url: string }): Promise<Company> {
  const api = `${url}/api`;
  const signIn = async (email: string, password: string) =>
    String((await call(`${api}/accounts/token/`, null, 'POST', { email, password }))['access']);
  const admin = await signIn(ADMIN.email, ADMIN.password);
  const me = await call(`${api}/accounts/users/me/`, admin, 'GET');
  const first: Person = { ...person(me), token: admin };
  const hire = async (role: Person['role'], number: number): Promise<Person> => {
    const email = `${role}${number}@example.com`;
    const names = { first_name: role, last_name: `Number ${number}` };
    const made = await call(`${api}/accounts/users/`, admin, 'POST', {
      email,
      password: PASSWORD,
      role,
      ...names,
    });
    return { ...person(made), token: await signIn(email, PASSWORD) };
  };
  const manager = await hire('manager', 1);
  const agents: [Person, Person] = [await hire('agent', 1), await hire('agent', 2)];
  const customers = [];
  for (const number of [1, 2, 3, 4]) customers.push(await hire('customer', number));
  for (const [index, priority] of ['urgent', 'high', 'medium', 'low'].entries()) {
    const hours = { response_time_hours: index + 1, resolution_time_hours: 8 * (index + 1) };
    await call(`${api}/sla/policies/`, admin, 'POST', { name: priority, priority, ...hours });
  }
  for (const rule of rulesFor(agents[0])) await call(`${api}/automation/rules/`, admin, 'POST', rule);
  const category = await call(`${api}/tickets/categories/`, admin, 'POST', { name: 'Deliveries' });
  return { managers: [first, manager], agents, customers, category: Number(category['id']) };
}

/** What the books expect in the log: every rule by its name, and for which tickets or comments it runs. */
export const RULES = {
  assign: 'Urgent to the first agent',
  tag: 'Urgent is hot',
  tell: 'Managers hear of urgent tickets',
  cameBack: 'The customer came back',
};

function rulesFor(agent: Person): Body[] {
  const urgent = { trigger_event: 'ticket_created', conditions: { priority: 'urgent' } };
  return [
    { name: RULES.assign, ...urgent, action_type: 'assign_agent', action_params: { agent_id: agent.id } },
    { name: RULES.tag, ...urgent, action_type: 'add_tag', action_params: { tag: 'hot' } },
    {
      name: RULES.tell,
      ...urgent,
      action_type: 'send_notification',
      action_params: { recipients: 'managers', message: 'This one is urgent' },
    },
    {
      name: RULES.cameBack,
      trigger_event: 'ticket_commented',
      conditions: { comment__author_role: 'customer' },
      action_type: 'add_tag',
      action_params: { tag: 'came back' },
    },
  ];
}

function person(user: Body): Omit<Person, 'token'> {
  const { id, role, email, full_name } = user as {
    id: string;
    role: Person['role'];
    email: string;
    full_name: string;
  };
  return { id, role, email, name: full_name };
}
