import { SlaPolicy, targetSecondsOf } from './policy';

const fields = {
  name: 'Urgent',
  description: 'Now.',
  priority: 'urgent',
  response_time_hours: 1,
  resolution_time_hours: 12,
  escalation_time_hours: 4,
  is_active: true,
} as const;
const created = new Date('2026-01-05T09:00:00.000Z');
const changed = new Date('2026-01-06T09:00:00.000Z');

it('promises seconds for hours', () => {
  const policy = SlaPolicy.open(fields, created);
  expect(targetSecondsOf(policy, 'response')).toBe(3600);
  expect(targetSecondsOf(policy, 'resolution')).toBe(43_200);
});

it('keeps what a change leaves out, and takes what it empties', () => {
  const policy = SlaPolicy.open(fields, created);
  policy.change({ name: undefined, description: '', is_active: false }, changed);
  expect(policy).toEqual({
    ...fields,
    description: '',
    is_active: false,
    created_at: created,
    updated_at: changed,
  });
});
