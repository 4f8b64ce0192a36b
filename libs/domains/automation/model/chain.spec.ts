import { brakeOn, MAX_CHAIN } from './chain';

describe('the brake on chains of rules', () => {
  it('lets a rule answer a person', () => {
    expect(brakeOn('a', [])).toBeNull();
  });

  it('never lets a rule answer itself, however far back it was', () => {
    expect(brakeOn('a', ['a'])).toContain('does not answer itself');
    expect(brakeOn('a', ['a', 'b', 'c'])).toContain('does not answer itself');
  });

  it('ends a chain of five different rules', () => {
    const four = ['a', 'b', 'c', 'd'];
    expect(brakeOn('x', four)).toBeNull();
    expect(brakeOn('x', [...four, 'e'])).toContain(String(MAX_CHAIN));
  });
});
