import { setTimeout as pause } from 'node:timers/promises';

import { Database, UnitOfWork } from '@desk/platform/database';
import { Realtime } from '@desk/platform/realtime';
import { type PersonActor, SYSTEM } from '@desk/platform/security';

import { TestRules } from '../../../../test/support/test-rules';
import { until } from '../../../../test/support/until';
import { Notifications } from '../store/notifications';
import { BETWEEN_COUNTS } from './inbox-pushes';
import { Notify } from './notify';
import { type Notice, WriteNotices } from './write-notices';

const EVENT = '01890a5d-ac96-774b-bcce-b302099a8057';

let desk: TestRules;
let agent: PersonActor;
let customer: PersonActor;
let stranger: PersonActor;
let ticketId: number;
let pushed: { room: string; event: string; payload: unknown }[];

beforeAll(async () => {
  desk = await TestRules.start();
  agent = await desk.person('agent');
  customer = await desk.person('customer');
  stranger = await desk.person('customer');
  ticketId = (await desk.ticket(customer)).id;
  jest.spyOn(desk.get(Realtime), 'toRoom').mockImplementation(({ name }, event, payload) => {
    pushed.push({ room: name, event, payload });
  });
});

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Pushes follow the commit in the next turn of the event loop. */
async function settled(): Promise<void> {
  await turn();
  await turn();
}

beforeEach(async () => {
  await settled();
  pushed = [];
  await desk.get(UnitOfWork).run(() => desk.get(Database).write().query('DELETE FROM jrd_notifications'));
});

afterAll(() => desk.stop());

const notice = (userId: string, forCustomers = true): Notice => ({
  userId,
  type: 'system',
  title: 'Something happened',
  message: 'In words.',
  forCustomers,
});

const write = (notices: Notice[], event = EVENT) => desk.get(WriteNotices).run(event, ticketId, notices);

const told = async () =>
  (await desk.rows<{ user_id: string }>('SELECT user_id FROM jrd_notifications ORDER BY id')).map(
    (row) => row.user_id,
  );

describe('writing notices', () => {
  it('tells one event to one person once, whoever asks again', async () => {
    await write([notice(agent.id), notice(agent.id)]);
    await write([notice(agent.id), notice(customer.id)]);
    expect((await told()).sort()).toEqual([agent.id, customer.id].sort());
    await write([notice(agent.id)], '01890a5d-ac96-774b-bcce-b302099a8058');
    expect(await told()).toHaveLength(3);
  });

  it('shows as much of a title as the column takes', async () => {
    await write([{ ...notice(agent.id), title: `\u2068${'א'.repeat(300)}\u2069 replied` }]);
    const [row] = await desk.rows<{ title: string }>('SELECT title FROM jrd_notifications');
    expect(row?.title).toBe(`\u2068${'א'.repeat(253)}\u2069`);
  });

  it('leaves out who may not read the ticket, who has left, and who does not exist', async () => {
    const leaver = await desk.person('agent');
    await desk.deactivate(leaver);
    const nobody = '01890a5d-ac96-774b-bcce-b302099a8059';
    await write([notice(stranger.id), notice(leaver.id), notice(nobody), notice(agent.id)]);
    expect(await told()).toEqual([agent.id]);
  });

  it('keeps what is internal from a customer, whoever named them', async () => {
    await write([notice(customer.id, false), notice(agent.id, false)]);
    expect(await told()).toEqual([agent.id]);
  });

  it('pushes after the commit, and nothing of what was undone', async () => {
    // People of this test alone: pushes of others may still be on their way.
    const [reader, bystander] = [await desk.person('agent'), await desk.person('agent')];
    const pushedTo = ({ id }: PersonActor) =>
      pushed.filter(({ room }) => room === `person:${id}`).map(({ event }) => event);
    await write([notice(reader.id)]);
    await until(() => pushedTo(reader).length >= 2);
    expect(pushedTo(reader)).toEqual(['notification', 'unread_count']);
    const failing = desk.get(UnitOfWork).run(async () => {
      await write([notice(bystander.id)]);
      throw new Error('Something else went wrong');
    });
    await expect(failing).rejects.toThrow('Something else');
    await settled();
    expect(pushedTo(bystander)).toEqual([]);
    expect(await told()).toEqual([reader.id]);
  });

  describe('counts the unread', () => {
    const eventOf = (n: number) => `01890a5d-ac96-774b-bcce-b302000000${n + 10}`;
    const countsOf = (reader: PersonActor) =>
      pushed
        .filter(({ room, event }) => room === `person:${reader.id}` && event === 'unread_count')
        .map(({ payload }) => (payload as { count: number }).count);

    it('at once and again after a pause, however many notices come', async () => {
      const reader = await desk.person('agent');
      await Promise.all(Array.from({ length: 20 }, (_, n) => write([notice(reader.id)], eventOf(n))));
      await until(() => countsOf(reader).at(-1) === 20);
      expect(countsOf(reader).length).toBeLessThan(10);
    });

    it('never anew while a count is under way, so that none is overtaken', async () => {
      const reader = await desk.person('agent');
      const notifications = desk.get(Notifications);
      const unreadCount = notifications.unreadCount.bind(notifications);
      let asked = 0;
      let goOn = () => {};
      const held = new Promise<void>((resolve) => {
        goOn = resolve;
      });
      jest.spyOn(notifications, 'unreadCount').mockImplementation(async (userId) => {
        if (userId === reader.id && ++asked === 1) await held;
        return unreadCount(userId);
      });
      await write([notice(reader.id)], eventOf(1));
      await until(() => asked === 1);
      await write([notice(reader.id)], eventOf(2));
      await pause(3 * BETWEEN_COUNTS);
      const askedMeanwhile = asked;
      goOn();
      await until(() => countsOf(reader).length === 2);
      expect(askedMeanwhile).toBe(1);
      expect(countsOf(reader)).toEqual([2, 2]);
    });

    it('to the last before its process leaves', async () => {
      const leaving = await TestRules.start();
      const reader = await leaving.person('agent');
      const { id } = await leaving.ticket(await leaving.person('customer'));
      const counts: unknown[] = [];
      jest.spyOn(leaving.get(Realtime), 'toRoom').mockImplementation((_room, event, payload) => {
        if (event === 'unread_count') counts.push(payload);
      });
      const arrive = (n: number) => leaving.get(WriteNotices).run(eventOf(n), id, [notice(reader.id)]);
      await arrive(1);
      await until(() => counts.length === 1);
      await arrive(2);
      await settled();
      await leaving.stop();
      await until(() => counts.length === 2);
      expect(counts).toEqual([{ count: 1 }, { count: 2 }]);
    });
  });
});

describe('notifying for a rule', () => {
  const input = { type: 'automation', title: 'JRD', message: 'Look at this.' } as const;

  it('tells those it names, each call anew', async () => {
    const userIds = [agent.id, customer.id];
    for (let call = 0; call < 2; call++) await desk.get(Notify).run(SYSTEM, { ...input, userIds, ticketId });
    expect(await told()).toHaveLength(4);
  });

  it('tells nobody of their own act', async () => {
    await desk.get(Notify).run(agent, { ...input, userIds: [agent.id, customer.id], ticketId });
    expect(await told()).toEqual([customer.id]);
  });

  it('needs no ticket', async () => {
    await desk.get(Notify).run(SYSTEM, { ...input, userIds: [stranger.id], ticketId: null });
    expect(await told()).toEqual([stranger.id]);
  });
});
