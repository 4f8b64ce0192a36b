import { replyMail, resolvedMail } from './mail-texts';
import { noticeText, type Told } from './notice-texts';
import { type Happening, RECIPIENTS } from './recipients';

const TOLD: Told = {
  reference: 'JRD-A3X9K2',
  title: 'The brake squeals',
  actorName: 'The rule “Night watch”',
  publicActorName: 'The help desk',
  changes: {
    status: { before: 'open', after: 'in_progress' },
    priority: { before: 'low', after: 'urgent' },
    escalation_level: { before: 1, after: 2 },
    csat_rating: { before: null, after: 4 },
    title: { before: 'Brake', after: 'The brake squeals' },
    due_date: { before: null, after: '2026-03-02T09:00:00.000Z' },
  },
  excerpt: 'Please send a picture.',
  breachType: 'response',
};

describe('the words of a notice', () => {
  it.each<[Happening, string, string]>([
    ['ticket_opened', 'New ticket JRD-A3X9K2', 'The rule “Night watch” opened “The brake squeals”.'],
    [
      'status_changed',
      'JRD-A3X9K2 is now in progress',
      'The rule “Night watch” changed “The brake squeals”: status from open to in progress, priority from low to urgent.',
    ],
    [
      'escalated',
      'JRD-A3X9K2 is escalated to level 2',
      'The rule “Night watch” escalated “The brake squeals”.',
    ],
    [
      'details_changed',
      'JRD-A3X9K2 is updated',
      'The rule “Night watch” changed the title and the due date of “The brake squeals”.',
    ],
    ['rated', 'JRD-A3X9K2 is rated 4 of 5', 'The rule “Night watch” rated “The brake squeals”.'],
    [
      'deadline_missed',
      'SLA breach on JRD-A3X9K2',
      'The response deadline of “The brake squeals” has passed.',
    ],
    ['internal_note', 'The rule “Night watch” noted on JRD-A3X9K2', 'Please send a picture.'],
  ])('%s, to staff', (happening, title, message) => {
    expect(noticeText(happening, 'agent', TOLD)).toEqual({ title, message });
  });

  it('lets no name from the right turn the sentence around it', () => {
    const told = { ...TOLD, actorName: 'נועה לוי', title: 'החשבונית לא הגיעה' };
    expect(noticeText('ticket_assigned', 'agent', told).message).toBe(
      '\u2068נועה לוי\u2069 assigned “\u2068החשבונית לא הגיעה\u2069” to you.',
    );
  });

  it('never names a rule to a customer', () => {
    const rows = Object.entries(RECIPIENTS) as [Happening, object][];
    for (const [happening] of rows.filter(([, row]) => 'customer' in row)) {
      const text = noticeText(happening, 'customer', TOLD);
      expect(`${text.title} ${text.message}`).not.toContain('Night watch');
    }
  });

  it('says the title where a comment has no words, only files', () => {
    expect(noticeText('reply_of_staff', 'customer', { ...TOLD, excerpt: '' }).message).toBe(
      'The brake squeals',
    );
  });
});

describe('the words of a mail', () => {
  const mail = {
    reference: 'JRD-A3X9K2',
    title: 'Brake <b>squeals</b>',
    customerName: 'Amélie & Co',
    link: 'https://desk.example/desk/tickets/JRD-A3X9K2',
  };

  it('carries the answer and the way to it, in text and in HTML without anybody’s markup', () => {
    const { subject, text, html } = replyMail({
      ...mail,
      authorName: 'Asha Rao',
      excerpt: 'Two lines:\nhere.',
    });
    expect(subject).toBe('[JRD-A3X9K2] Asha Rao replied: Brake <b>squeals</b>');
    expect(text).toContain('Two lines:\nhere.');
    expect(text).toContain(mail.link);
    expect(html).toContain('Two lines:<br>here.');
    expect(html).toContain('Hello Amélie &amp; Co,');
    expect(html).toContain('Brake &lt;b&gt;squeals&lt;/b&gt;');
    expect(html).toContain(`href="${mail.link}"`);
  });

  it('tells of the resolution', () => {
    expect(resolvedMail(mail).subject).toBe('[JRD-A3X9K2] Resolved: Brake <b>squeals</b>');
  });
});
