import { ApiClient } from '../../support/api-client';
import { ADMIN } from '../../support/built-desk';
import { PASSWORD } from '../../support/test-desk';

export const AGENT = { email: 'grace@desk.example', password: PASSWORD };
export const CUSTOMER = { email: 'ada@customer.example', password: PASSWORD };
export const NEWCOMER = { email: 'new@customer.example', password: PASSWORD };

/** The tickets by what they are there to show. */
export interface Scene {
  busy: string;
  resolved: string;
  closed: string;
  /** Ids of people. */
  noa: string;
  ada: string;
}

const LONG_WORD = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';

/**
 * A desk with what makes pages hard to draw: long words, long names, text that runs from the right, every status and
 * priority, files, notes, markup.
 */
export async function seedDesk(deskUrl: string): Promise<Scene> {
  const root = await ApiClient.signIn(deskUrl, ADMIN);
  const person = (role: string, { email }: { email: string }, first_name: string, last_name: string) =>
    root.post<{ id: string }>('accounts/users/', { email, password: PASSWORD, role, first_name, last_name });
  const noa = await person('agent', AGENT, 'נועה', 'לוי');
  const ada = await person('customer', CUSTOMER, 'Ada', 'von Thannhausen-Wolkenstein');
  await person('customer', NEWCOMER, 'Newt', 'Comer');
  const billing = await root.post<{ id: number }>('tickets/categories/', { name: 'חשבוניות' });
  for (const priority of ['high', 'urgent']) {
    const hours = { response_time_hours: 1, resolution_time_hours: 8 };
    await root.post('sla/policies/', { name: `Promise for ${priority}`, priority, ...hours });
  }

  const agent = await ApiClient.signIn(deskUrl, AGENT);
  const customer = await ApiClient.signIn(deskUrl, CUSTOMER);
  const ask = async (title: string, more: object, by = customer): Promise<string> => {
    const body = { title, description: `${title}, and nobody knows why.`, ...more };
    return (await by.post<{ ticket_id: string }>('tickets/tickets/', body)).ticket_id;
  };

  const called = { customer: ada.id, source: 'phone', tags: ['דחוף'] };
  const urgent = { priority: 'urgent', category: billing.id };
  const busy = await ask(`${LONG_WORD} does not answer`, { ...called, ...urgent }, agent);
  await agent.post(`tickets/tickets/${busy}/assign/`, { agent_id: noa.id });
  await agent.post(`tickets/tickets/${busy}/escalate/`, { reason: 'It burns' });
  const file = new FormData();
  file.set('content', `<p>Read the <a href="https://example.com">manual</a>: <code>${LONG_WORD}</code></p>`);
  file.set('files', new Blob(['steps']), `${LONG_WORD}.txt`);
  await agent.postForm(`tickets/tickets/${busy}/comment/`, file);
  await agent.post(`tickets/tickets/${busy}/comment/`, {
    content: 'Between us: this one pays double.',
    comment_type: 'internal_note',
  });
  await customer.post(`tickets/tickets/${busy}/comment/`, { content: `I tried. ${LONG_WORD}!\nזה לא עובד.` });

  const resolved = await ask('The invoice has the wrong address', { priority: 'high' });
  await agent.patch(`tickets/tickets/${resolved}/`, { status: 'resolved' });
  await ask('החשבונית לא הגיעה', {});
  const closed = await ask('The lamp flickers', { priority: 'low' });
  await agent.patch(`tickets/tickets/${closed}/`, { status: 'closed' });
  await agent.patch(`tickets/tickets/${await ask('The door jams', {})}/`, { status: 'in_progress' });
  await agent.patch(`tickets/tickets/${await ask('The pump leaks', {})}/`, { status: 'pending' });
  return { busy, resolved, closed, noa: noa.id, ada: ada.id };
}
