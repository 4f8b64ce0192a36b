import { EventfulDesk, type Handing, kindOf } from '../support/eventful-desk';

const asItIs: Handing = (once) => once;

/** As when a lease ends too early. The one that sends mail is not among them: its server is outside our transactions. */
const twiceAtOnce: Handing = (once) => async (job, settle) => {
  const times = job.name === 'mail:send' ? 1 : 2;
  await Promise.all(Array.from({ length: times }, () => once(job, settle)));
};

describe('every job of the product', () => {
  let desk: EventfulDesk;

  beforeAll(async () => {
    desk = await EventfulDesk.start(asItIs);
  });

  afterAll(() => desk.close());

  it('is among those that are handed over here', () => {
    expect([...new Set(desk.handed.map(kindOf))].sort()).toEqual(desk.kinds());
  });

  it('changes nothing when it comes again', async () => {
    const before = { rows: await desk.tables(), mails: desk.mails };
    expect(before.mails.length).toBeGreaterThan(0);
    for (const job of [...desk.handed]) {
      await desk.handAgain(job);
      expect({ kind: kindOf(job), rows: await desk.tables(), mails: desk.mails }).toEqual({
        kind: kindOf(job),
        ...before,
      });
    }
  });

  it('has the same effects when it comes twice at once', async () => {
    const twice = await EventfulDesk.start(twiceAtOnce);
    const [here, there] = [await desk.effects(), await twice.effects()];
    const mails = twice.mails;
    await twice.close();
    expect(there).toEqual(here);
    expect(mails).toEqual(desk.mails);
  });
});
