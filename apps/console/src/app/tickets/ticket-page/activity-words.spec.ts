import { TestBed } from '@angular/core/testing';
import { ACTIVITY_TYPES } from '@desk/contracts';
import { Formats } from '@desk/web/core';
import { ANNA_BRIEF, CARLA, activityOf, provideTestStrings } from '@desk/web/testing';
import { type ActivityView } from '@desk/web/api-client';
import { ActivityWords } from './activity-words';

describe('ActivityWords', () => {
  let words: ActivityWords;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideTestStrings('apps/console'),
        { provide: Formats, useValue: { dateAndTime: (instant: string) => `on ${instant.slice(0, 10)}` } },
      ],
    });
    words = TestBed.inject(ActivityWords);
  });

  const read = (change: Partial<ActivityView>) =>
    words
      .sentence(activityOf(1, change))
      .map(({ text }) => text)
      .join('');

  it.each<[Partial<ActivityView>, string]>([
    [{ activity_type: 'created', actor: CARLA, new_value: 'JRD-000001' }, 'Carla Customer opened the ticket'],
    [
      { activity_type: 'status_changed', old_value: 'open', new_value: 'in_progress' },
      'Anna Berg changed the status from Open to In progress',
    ],
    [
      { activity_type: 'resolved', old_value: 'open', new_value: 'resolved' },
      'Anna Berg resolved the ticket',
    ],
    [{ activity_type: 'closed', old_value: 'resolved', new_value: 'closed' }, 'Anna Berg closed the ticket'],
    [
      { activity_type: 'closed', old_value: 'open', new_value: 'closed' },
      'Anna Berg closed the ticket without a solution',
    ],
    [{ activity_type: 'reopened', old_value: 'closed', new_value: 'open' }, 'Anna Berg reopened the ticket'],
    [
      { activity_type: 'priority_changed', old_value: 'low', new_value: 'urgent' },
      'Anna Berg raised the priority from Low to Urgent',
    ],
    [
      { activity_type: 'priority_changed', old_value: 'urgent', new_value: 'low' },
      'Anna Berg lowered the priority from Urgent to Low',
    ],
    [{ activity_type: 'assigned', new_value: 'Ben Ode' }, 'Anna Berg assigned the ticket to Ben Ode'],
    [{ activity_type: 'assigned', new_value: 'Anna Berg' }, 'Anna Berg took the ticket'],
    [
      { activity_type: 'assigned', old_value: 'Ben Ode', new_value: 'Anna Berg' },
      'Anna Berg took the ticket over from Ben Ode',
    ],
    [
      { activity_type: 'assigned', old_value: 'Ben Ode', new_value: 'Dora Lind' },
      'Anna Berg handed the ticket from Ben Ode to Dora Lind',
    ],
    [{ activity_type: 'assigned', old_value: 'Ben Ode' }, 'Anna Berg took the ticket away from Ben Ode'],
    [
      { activity_type: 'assigned', actor: null, actor_name: 'Urgent first', new_value: 'Ben Ode' },
      'The rule Urgent first assigned the ticket to Ben Ode',
    ],
    [
      { activity_type: 'escalated', old_value: '0', new_value: '1' },
      'Anna Berg escalated the ticket to level 1',
    ],
    [
      { activity_type: 'escalated', new_value: '2', reason: 'press: urgent' },
      'Anna Berg escalated the ticket to level 2: press: urgent',
    ],
    [{ activity_type: 'commented', new_value: 'reply' }, 'Anna Berg replied'],
    [{ activity_type: 'commented', new_value: 'internal_note' }, 'Anna Berg wrote an internal note'],
    [{ activity_type: 'tag_added', new_value: 'vip' }, 'Anna Berg added the tag vip'],
    [{ old_value: 'vip', about: 'tags' }, 'Anna Berg removed the tag vip'],
    [{ activity_type: 'category_changed', new_value: 'Repairs' }, 'Anna Berg put the ticket into Repairs'],
    [
      { activity_type: 'category_changed', old_value: 'Repairs', new_value: 'Orders' },
      'Anna Berg moved the ticket from Repairs to Orders',
    ],
    [{ activity_type: 'category_changed', old_value: 'Repairs' }, 'Anna Berg took the ticket out of Repairs'],
    [
      { activity_type: 'due_date_set', new_value: '2026-03-12T09:00:00.000Z' },
      'Anna Berg set the due date to on 2026-03-12',
    ],
    [
      { activity_type: 'due_date_set', old_value: '2026-03-12T09:00:00.000Z' },
      'Anna Berg removed the due date, on 2026-03-12',
    ],
    [
      {
        activity_type: 'sla_breached',
        actor: null,
        old_value: '2026-03-12T09:00:00.000Z',
        new_value: 'response',
      },
      'The first answer, due on 2026-03-12, is late',
    ],
    [
      {
        activity_type: 'sla_breached',
        actor: null,
        old_value: '2026-03-12T09:00:00.000Z',
        new_value: 'resolution',
      },
      'The solution, due on 2026-03-12, is late',
    ],
    [{ activity_type: 'attachment_added', new_value: 'plan.pdf' }, 'Anna Berg attached plan.pdf'],
    [
      { old_value: 'Fire', new_value: 'Smoke', about: 'title' },
      'Anna Berg changed the subject from Fire to Smoke',
    ],
    [{ about: 'description' }, 'Anna Berg edited the description'],
    [{ actor: CARLA, new_value: '5', about: 'rating' }, 'Carla Customer gave 5 of 5 stars'],
    [
      { actor: CARLA, new_value: 'JRD-7K3XQM', about: 'follow_up' },
      'Carla Customer wrote again after the end: JRD-7K3XQM',
    ],
    [{ actor: null, actor_name: 'system' }, 'The desk changed the ticket'],
  ])('%j reads as a sentence', (change, sentence) => {
    expect(read(change)).toBe(sentence);
  });

  it.each(ACTIVITY_TYPES)('never shows a key, a gap or a raw instant for %s', (activity_type) => {
    const values = { old_value: '2026-03-12T09:00:00.000Z', new_value: '' };
    expect(read({ activity_type, ...values })).not.toMatch(/ticket\.|\{\{|  /);
  });

  it('keeps names and values apart from the words around them', () => {
    const sentence = words.sentence(
      activityOf(1, { activity_type: 'assigned', actor: ANNA_BRIEF, new_value: 'كريم' }),
    );
    expect(sentence.filter(({ isValue }) => isValue).map(({ text }) => text)).toEqual(['Anna Berg', 'كريم']);
  });
});
