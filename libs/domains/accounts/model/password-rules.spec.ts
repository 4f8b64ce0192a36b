import type { DomainError } from '@desk/platform/errors';

import { requireGoodPassword } from './password-rules';

const JANE = { email: 'jane.doe@velumera.example', first_name: 'Jané', last_name: 'Doe' };

function verdict(password: string): string | undefined {
  try {
    requireGoodPassword(password, JANE);
    return undefined;
  } catch (error) {
    return (error as DomainError).details.errors?.[0]?.code;
  }
}

describe('a password', () => {
  it.each([
    ['nine-char', 'too_short'],
    ['x'.repeat(64) + 'yz'.repeat(33), 'too_long'],
    ['Password123', 'too_common'],
    ['QWERTYUIOP', 'too_common'],
    ['ababababab', 'too_common'],
    ['aaaaaaaaaaaa', 'too_common'],
    ['Jane-Doe-2026!', 'own_name'],
    ['doejane1234', 'own_name'],
    ['jane.doe@velumera.example', 'own_name'],
  ])('%s is refused', (password, code) => {
    expect(verdict(password)).toBe(code);
  });

  it.each([
    'plain-sailing-87',
    'tiny blue teapot',
    'パスワードをまもるねこです',
    'jane likes doe-eyed cats',
    '😀'.repeat(3) + 'x1y2z3w4',
  ])('%s is taken', (password) => {
    expect(verdict(password)).toBeUndefined();
  });

  it('counts letters, not their bytes', () => {
    expect(verdict('漢字仮名交文章例文')).toBe('too_short');
  });

  it.each(['football2024!', '!Sunshine1998', 'monkeymonkey', 'q1w2e3r4t5'])(
    '%s is among the common ones',
    (common) => {
      expect(verdict(common)).toBe('too_common');
    },
  );

  it('is not refused for a common word among others', () => {
    expect(verdict('football-kettle-rain')).toBeUndefined();
  });
});
