import { movesOfPolicy, movesOfStatus } from './moves';

const short = (moves: readonly { clock: string; happening: string }[]) =>
  moves.map(({ clock, happening }) => `${clock} ${happening}`);

describe('moves of a status', () => {
  it.each([
    ['open', 'resolved'],
    ['pending', 'closed'],
  ] as const)('%s to %s ends the resolution clock and pauses an unanswered one', (before, after) => {
    expect(short(movesOfStatus(before, after))).toEqual(['response paused', 'resolution stopped']);
  });

  it('a reopening continues both', () => {
    expect(short(movesOfStatus('closed', 'open'))).toEqual(['response resumed', 'resolution reopened']);
  });

  it.each([
    ['open', 'in_progress'],
    ['in_progress', 'pending'],
    ['resolved', 'closed'],
  ] as const)('%s to %s moves nothing', (before, after) => {
    expect(movesOfStatus(before, after)).toEqual([]);
  });
});

it('a policy sets both targets, none takes both away', () => {
  const policy = { id: 3, response_time_hours: 1, resolution_time_hours: 12 };
  expect(movesOfPolicy(policy)).toEqual([
    { clock: 'response', happening: 'target_changed', target_seconds: 3600, policy_id: 3 },
    { clock: 'resolution', happening: 'target_changed', target_seconds: 43_200, policy_id: 3 },
  ]);
  expect(movesOfPolicy(null).map((move) => move.target_seconds)).toEqual([null, null]);
});
