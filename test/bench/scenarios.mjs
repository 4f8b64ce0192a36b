import { AGENT, CUSTOMER, PASSWORD } from './places.mjs';

const API = '/desk/api';
const TICKETS = `${API}/tickets/tickets/`;
const SAMPLE = 500;

/** Also what the bare insert is sent: the same bytes on the way in. */
export const NEW_TICKET = JSON.stringify({
  title: 'The display stays dark after the update',
  description:
    'Since the update of last night the display of my bike stays dark. The battery is full and the lights work. ' +
    'I have taken the battery out for ten minutes, as your help page says, and it made no difference. ' +
    'I need the bike for work on Monday. What else can I try?',
  priority: 'high',
  category: 1,
});

const REPLY = JSON.stringify({
  content:
    'Please hold the power button for twelve seconds with the charger plugged in, then tell me what you see.',
  comment_type: 'reply',
});

/** The four requests that a desk lives on, as autocannon sends them. */
export async function scenariosFor(address, place) {
  const customer = await signIn(address, CUSTOMER);
  const agent = await signIn(address, AGENT);
  const any = await place.sample('1 = 1', SAMPLE);
  const held = await place.sample("status IN ('open', 'in_progress', 'pending')", SAMPLE);
  const get = (path) => ({ method: 'GET', path, headers: agent });
  const each = (ids, toPath) => {
    let turn = 0;
    return (request) => ({ ...request, path: toPath(ids[turn++ % ids.length]) });
  };
  return {
    creation: { method: 'POST', path: TICKETS, headers: customer, body: NEW_TICKET },
    list: get(TICKETS),
    detail: { ...get(TICKETS), setupRequest: each(any, (id) => `${TICKETS}${id}/`) },
    reply: {
      method: 'POST',
      path: TICKETS,
      headers: agent,
      body: REPLY,
      setupRequest: each(held, (id) => `${TICKETS}${id}/comment/`),
    },
  };
}

async function signIn(address, email) {
  const answer = await fetch(`${address}${API}/accounts/token/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  if (!answer.ok) throw new Error(`${email} could not sign in: ${answer.status}`);
  const { access } = await answer.json();
  return { authorization: `Bearer ${access}`, 'content-type': 'application/json' };
}
