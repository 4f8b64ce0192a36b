import { slaState } from './sla-state';

const NOW = Date.parse('2026-03-10T12:00:00Z');

describe('slaState', () => {
  it.each([
    [{ due: null }, null],
    [{ due: '2026-03-10T15:00:00Z' }, 'running'],
    [{ due: '2026-03-10T12:30:00Z' }, 'soon'],
    [{ due: '2026-03-10T12:00:00Z' }, 'breached'],
    [{ due: '2026-03-10T11:00:00Z', isPaused: true }, 'paused'],
    [{ due: '2026-03-10T11:00:00Z', met: '2026-03-10T10:59:59Z' }, 'met'],
    [{ due: '2026-03-10T11:00:00Z', met: '2026-03-10T11:00:01Z' }, 'breached'],
  ] as const)('%j is %s', (clock, state) => {
    expect(slaState(clock, NOW)).toBe(state);
  });
});
