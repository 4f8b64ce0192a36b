import { MailDesk, mailerContract } from '../mailer.contract';

mailerContract(async () => ({
  env: {},
  arrived: async (mails) => {
    const { rows } = await mails.page('kept', { skip: 0, take: 100 });
    return rows.reverse().map(({ to_address, subject, text, message_id }) => ({
      to: to_address,
      subject,
      text,
      messageId: message_id,
    }));
  },
  stop: () => Promise.resolve(),
}));

describe('mail that is kept', () => {
  let desk: MailDesk;

  beforeAll(async () => {
    desk = await MailDesk.start({});
  });

  afterAll(() => desk.stop());

  it('asks for no job', async () => {
    const id = await desk.queue();
    expect(await desk.mails.find(id)).toMatchObject({ state: 'kept', sent_at: null });
    expect(await desk.jobs()).toBe(0);
  });

  it('also is what waited for a server that is no longer set', async () => {
    const id = await desk.queue({ cause: 'event-2:amelie' });
    await desk.inWork(() =>
      desk.database.write().query("UPDATE mails SET state = 'queued' WHERE id = ?", [id]),
    );
    await desk.send(id);
    expect(await desk.mails.find(id)).toMatchObject({ state: 'kept', sent_at: null });
  });
});
