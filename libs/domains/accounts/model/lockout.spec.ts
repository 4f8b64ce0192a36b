import { heldUntil } from './lockout';

const START = Date.UTC(2026, 0, 5, 9);
const at = (seconds: number) => new Date(START + seconds * 1000);
const hold = (failures: number[], now: number) => {
  const until = heldUntil(failures.map(at), at(now));
  return until === null ? 0 : (until.getTime() - at(now).getTime()) / 1000;
};

describe('the lockout of an address', () => {
  it('lets four failures pass', () => {
    expect(hold([0, 1, 2, 3], 3)).toBe(0);
  });

  it('holds for 30 seconds after the fifth within 15 minutes', () => {
    expect(hold([0, 1, 2, 3, 4], 4)).toBe(30);
    expect(hold([0, 1, 2, 3, 4], 33)).toBe(1);
    expect(hold([0, 1, 2, 3, 4], 34)).toBe(0);
    expect(hold([0, 1, 2, 3, 899], 899)).toBe(30);
  });

  it('does not add up failures that lie further apart', () => {
    expect(hold([0, 1, 2, 3, 900], 900)).toBe(0);
  });

  it('doubles with each further failure, up to 15 minutes and no further', () => {
    const failures = [0, 0, 0, 0, 0];
    const holds: number[] = [];
    for (let i = 0; i < 9; i++) {
      const now = failures.at(-1) ?? 0;
      holds.push(hold(failures, now));
      failures.push(now + (holds.at(-1) ?? 0));
    }
    expect(holds).toEqual([30, 60, 120, 240, 480, 900, 900, 900, 900]);
  });

  it('forgets after 15 minutes of quiet that follow the hold', () => {
    expect(hold([0, 0, 0, 0, 0, 930], 930)).toBe(60);
    expect(hold([0, 0, 0, 0, 0, 931], 931)).toBe(0);
  });
});
